using System.Globalization;
using System.Text.Json;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Words of the product for values of the model.</summary>
internal static class Labels
{
    public static string Of(object? value) => value switch
    {
        Verdict.NotRun => "Not run",
        Verdict.Quarantined => "In quarantine",
        NotRunReason.Stopped => "the run was stopped before it",
        NotRunReason.OtherShard => "it belongs to another shard",
        NotRunReason.TitleDiffers => "its title was not asked for",
        NotRunReason.DidNotFail => "it did not fail when it last ran",
        NotRunReason.Unchanged => "it passed, and nothing seen of it and its pages has changed since",
        NotRunReason.TooManyFailures => "as many others had failed as were allowed",
        NotRunReason.Disabled => "it is switched off",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FailureClass.LocatorDrift => "Element not found",
        FailureClass.Assertion => "Wrong result",
        FailureClass.Timing => "Too slow",
        FailureClass.Environment => "Network, server or session",
        FailureClass.Overlay => "Covered by something",
        FailureClass.Viewport => "Out of reach in this window",
        FailureClass.FormState => "Form not ready",
        FailureClass.Data => "Data there already",
        FailureClass.Flaky => "Chance",
        FailureClass.Unknown => "Cause unknown",
        FailurePolicy.Heal => "the element is looked for by its fingerprint",
        FailurePolicy.Retry => "tried again by itself; it says nothing about the application",
        FailurePolicy.Report => "the test or its surroundings need a person's hand",
        FailurePolicy.Fail => "the application is held to be at fault",
        SightVerdict.Support => "It looks like the element",
        SightVerdict.Veto => "It does not look like the element",
        SightVerdict.NoOpinion => "Its look decides nothing",
        HealDecision.Ambiguous => "Not healed: two elements too alike",
        HealDecision.NotFound => "Not healed: nothing similar enough",
        HealDecision.Refused => "Not healed: the best candidate failed a check",
        HealingPolicy.HealAndReport => "heal and report",
        HealingPolicy.HealAndPatch => "heal and patch",
        HealingPolicy.Suggest => "suggest only",
        HealingPolicy.Off => "off",
        FailureCause.Request => "Same failing request",
        FailureCause.Console => "Same error in the page's code",
        FailureCause.Environment => "Network, server or session",
        FailureCause.Element => "Same element",
        FailureCause.Expectation => "Same check",
        FailureCause.Page => "Same page",
        FailureCause.Single => "By itself",
        DeploymentAdvice.Deploy => "Nothing speaks against deploying",
        DeploymentAdvice.DeployWithCare => "Deploy with care",
        DeploymentAdvice.Hold => "Do not deploy",
        DeploymentAdvice.Unknown => "Too little is known to deploy",
        RiskLevel.Unknown => "Not known",
        InsightKind.FailurePatterns => "What failures have in common",
        InsightKind.RootCauses => "Likely causes",
        InsightKind.Summary => "In short",
        InsightKind.Risk => "Risk",
        InsightKind.Deployment => "Why",
        FindingCategory.BrokenLink => "Broken links",
        FindingCategory.Console => "Console messages",
        FindingCategory.Responsive => "Responsive layout",
        PageOutcome.Ok => "Read",
        PageOutcome.HttpError => "HTTP error",
        PageOutcome.RedirectLoop => "Redirect loop",
        PageOutcome.NotADocument => "Not a document",
        PageOutcome.TooLarge => "Too large",
        Enum other => other.ToString(),
        _ => value?.ToString() ?? "",
    };

    public static string Kind(string artifactKind) => artifactKind switch
    {
        ArtifactKinds.Screenshot or ArtifactKinds.Thumbnail => "Screenshot",
        ArtifactKinds.Baseline => "Baseline",
        ArtifactKinds.ActualPicture => "Picture",
        ArtifactKinds.PictureDifference => "Difference",
        ArtifactKinds.PictureHeatMap => "Heat map",
        ArtifactKinds.Trace => "Trace",
        ArtifactKinds.ConsoleLog => "Console log",
        ArtifactKinds.NetworkLog => "Network log",
        ArtifactKinds.PageFacts => "Page as it was",
        _ => artifactKind,
    };

    public static string Since(ReportSince since) => since switch
    {
        { Returned: true } => "back again",
        { Runs: 1 } => "new",
        _ => $"since {since.Runs} runs",
    };

    public static string Slug(object? value) =>
        value is null ? "" : JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString() ?? "");
}
