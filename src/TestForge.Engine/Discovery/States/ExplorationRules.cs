using TestForge.Engine.Browser;
using TestForge.Engine.Discovery.Robots;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>Decides what must not be tried.</summary>
/// <param name="Origin">Where the application is; nothing is sent elsewhere.</param>
/// <param name="AllowDestructive">Whether what destroys may be done.</param>
/// <param name="SignedIn">Whether the exploration shares a session, which nothing must end.</param>
/// <param name="Limits">How much is explored.</param>
/// <param name="Robots">What robots.txt asks for, where the crawl keeps to it.</param>
internal sealed record ExplorationRules(Uri Origin, bool AllowDestructive, bool SignedIn, ExplorationLimits Limits, RobotsRules? Robots = null)
{
    /// <summary>Returns code and reason, or null when the action may be tried.</summary>
    public (string Code, string Reason)? Refusal(PageAction action, PageFacts facts)
    {
        if (action.Element < 0)
        {
            return null;
        }

        var element = facts.Elements[action.Element];
        var link = UrlNormalForm.Parse(element.Link);
        if (!AllowDestructive && (DestructiveGuard.HazardOf(element.Print, link) ?? DestructiveGuard.HazardOfMethod(element.Sends) ?? DestructiveGuard.HazardOfWords(element.Handler)) is { } hazard)
        {
            return ("destructive", hazard);
        }

        if (SignedIn && (SignOutWords.Name(element.Print) || (link is not null && SignOutWords.In(link)) || SignOutWords.In(element.Handler)))
        {
            return ("destructive", SignOutWords.Reason);
        }

        return action.Form is { } form ? Refusal(facts.Forms[form]) : null;
    }

    private (string Code, string Reason)? Refusal(FactsForm form)
    {
        if (Uri.TryCreate(form.Action, UriKind.Absolute, out var action) && action.Scheme is "http" or "https" && !TargetMoves.SameOrigin(action, Origin))
        {
            return ("other-origin", $"it would be sent to {action.GetLeftPart(UriPartial.Authority)}");
        }

        if (action is { Scheme: "http" or "https" } && Robots?.Against(action) is { } rule)
        {
            return (Frontier.RobotsCode, $"robots.txt disallows {rule.Pattern}");
        }

        var fields = form.Fields.Select(f => f.ToField("")).ToArray();
        if (FormPurposes.Of(fields, $"{form.Name} {form.SubmitText}") == FormPurpose.Login)
        {
            return ("sign-in", "made-up credentials could lock an account");
        }

        if (SignedIn && (SignOutWords.In(form.SubmitText) || (action is not null && SignOutWords.In(action))))
        {
            return ("destructive", SignOutWords.Reason);
        }

        return !AllowDestructive && (DestructiveGuard.HazardOf(form.Name, form.SubmitText, form.Action, fields) ?? DestructiveGuard.HazardOfMethod(form.Sends ?? form.Method)) is { } hazard
            ? ("destructive", hazard)
            : null;
    }
}
