using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Decides whether Discovery may send a form. Nothing that was made up reaches another site, and nothing is destroyed.</summary>
internal static class SubmissionGuard
{
    /// <summary>Returns a stable code and the reason not to send the form, or null. Both codes are those of <see cref="SkippedItem"/>.</summary>
    /// <param name="form">The form as it is on the page now.</param>
    /// <param name="page">Where the page is; a form without an action is sent there.</param>
    /// <param name="target">The application's origin.</param>
    /// <param name="allowDestructive">Whether the user lets forms destroy.</param>
    public static (string Code, string Reason)? Refusal(PageForm form, Uri page, Uri target, bool allowDestructive)
    {
        var action = form.Action.Length == 0 ? page : ActionOf(form.Action, page);
        if (action is null)
        {
            return ("out-of-scope", "it is not sent to a web address");
        }

        if (!TargetMoves.SameOrigin(page, target) || !TargetMoves.SameOrigin(action, target))
        {
            return ("out-of-scope", $"it is sent to another site, {PageText.Clean(action.GetLeftPart(UriPartial.Authority))}");
        }

        if (form.Method is not ("get" or "post" or "script" or "dialog"))
        {
            return ("destructive", DestructiveGuard.HazardOfMethod(form.Method) ?? $"its method is '{PageText.Clean(form.Method, 20)}'");
        }

        return !allowDestructive && (form.Hazard ?? DestructiveGuard.HazardOf(form.Name, "", action.AbsoluteUri, form.Fields)) is { } hazard
            ? ("destructive", hazard)
            : null;
    }

    private static Uri? ActionOf(string action, Uri page) =>
        Uri.TryCreate(page, action, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}
