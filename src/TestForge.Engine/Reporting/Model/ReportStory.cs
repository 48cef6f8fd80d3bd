using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A user story, and the tests that were designed for it.</summary>
internal sealed record ReportStory
{
    public required string Id { get; init; }

    [Description("The requirement that it is a part of.")]
    public required string Requirement { get; init; }

    [Description("As whom, what is wanted, and what for.")]
    public required string Story { get; init; }

    [Description("How one sees that it is met.")]
    public IReadOnlyList<string> Criteria { get; init; } = [];

    public IReadOnlyList<string> PageIds { get; init; } = [];

    [Description("Tests that were designed for it and held on the live application; rules may have made others of the same pages.")]
    public IReadOnlyList<ReportStoryTest> Tests { get; init; } = [];
}
