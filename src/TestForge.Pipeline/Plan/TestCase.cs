namespace TestForge.Pipeline;

/// <summary>One independent test: Given, When, Then.</summary>
public sealed record TestCase
{
    /// <summary>File-safe and stable for the same page and technique: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string FeatureId { get; init; }

    /// <summary>Name of the design technique that made it.</summary>
    public required string Technique { get; init; }

    /// <summary>What a failure would cost times how likely it is, 0 to 100; cases are ranked by it.</summary>
    public double Risk { get; init; }

    /// <summary>Why the case exists and what fault it would catch, one sentence.</summary>
    public string Why { get; init; } = "";

    /// <summary>Pages it visits, by id in <see cref="TestPlan.Pages"/>.</summary>
    public IReadOnlyList<string> PageIds { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>True when it must start signed out even if the plan has a login.</summary>
    public bool Anonymous { get; init; }

    public required IReadOnlyList<TestStep> Steps { get; init; }

    /// <summary>Whether a step concerns an element.</summary>
    public bool Uses(string elementId) => Steps.Any(s => s.Action.Element == elementId || s.Action.OtherElement == elementId);
}
