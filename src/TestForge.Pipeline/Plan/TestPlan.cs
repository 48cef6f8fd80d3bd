namespace TestForge.Pipeline;

/// <summary>The cases designed for a site. File: <c>test-plan.json</c>.</summary>
public sealed record TestPlan
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required Uri Target { get; init; }

    public required IReadOnlyList<TestFeature> Features { get; init; }

    /// <summary>Ranked, the most valuable first.</summary>
    public required IReadOnlyList<TestCase> Cases { get; init; }

    /// <summary>The pages the cases visit; they become page objects.</summary>
    public required IReadOnlyList<PlanPage> Pages { get; init; }

    /// <summary>The elements the cases use, each with one locator.</summary>
    public required IReadOnlyList<PlanElement> Elements { get; init; }

    /// <summary>Expectations that did not hold in two visits, each with its reason.</summary>
    public IReadOnlyList<DroppedExpectation> Dropped { get; init; } = [];

    /// <summary>Faults of the application seen while exploring and designing.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How cases sign in, or null when the application was tested without.</summary>
    public LoginSpec? Login { get; init; }

    /// <summary>The consent banner of the application, which tests answer when it shows; null when there was none.</summary>
    public ConsentBanner? Consent { get; init; }

    /// <summary>The pictures that cases compare with.</summary>
    public IReadOnlyList<Baseline> Baselines { get; init; } = [];

    /// <summary>What a language model made of the application, as JSON of <see cref="ApplicationModel"/>; null when none was asked.</summary>
    public ArtifactRef? Application { get; init; }

    public bool Interrupted { get; init; }

    /// <summary>The path of an element's page, relative to the target's origin; empty when the page is not in the plan.</summary>
    public string PathOf(PlanElement element) => Pages.FirstOrDefault(p => p.Id == element.PageId)?.Path ?? "";
}
