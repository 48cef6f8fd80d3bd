using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>Decides which forms may be sent at all. A test must never delete, buy or message on behalf of its owner by surprise.</summary>
internal static partial class FormGuard
{
    /// <summary>Returns why the form must not be sent, or null when it may.</summary>
    public static string? Refusal(DesignContext context, PageForm form)
    {
        if (context.Element(form.SubmitElementId) is { } button && (!button.Visible || !button.Enabled))
        {
            return "its button cannot be used";
        }

        if (!Uri.TryCreate(context.Site.Target, form.Action, out var action) || !TargetPaths.SameOrigin(context.Site.Target, action))
        {
            return "it is sent to another site";
        }

        if (context.AllowDestructive)
        {
            return null;
        }

        if ((form.Hazard ?? context.Element(form.SubmitElementId)?.Hazard) is { } hazard)
        {
            return hazard;
        }

        var words = $"{form.Name} {context.Element(form.SubmitElementId)?.Print.Name} {action.AbsolutePath}";
        return form.Method != "get" && Dangerous().Match(words) is { Success: true } match
            ? $"'{match.Value}' sounds like something that cannot be undone"
            : null;
    }

    // Words for what destroys, pays or ends a session.
    [GeneratedRegex(@"\b(delete|remove|destroy|erase|wipe|purge|cancel|unsubscribe|deactivate|terminate|pay(ment)?|purchase|buy|checkout|check out|place order|order now|transfer|withdraw|donate|log ?out|sign ?out|reset|revoke|close account|publish|deploy)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();
}
