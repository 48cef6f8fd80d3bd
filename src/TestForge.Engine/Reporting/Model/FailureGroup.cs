using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

[Description("Failed cases that most likely have one cause.")]
internal sealed record FailureGroup
{
    [Description("The same for the same cause in every run.")]
    public required string Key { get; init; }

    public required FailureCause Cause { get; init; }
    public required string Title { get; init; }

    [Description("What was seen and where to look, for an engineer.")]
    public required string Engineer { get; init; }

    [Description("What it means for users, for everybody else.")]
    public required string Manager { get; init; }

    public required IReadOnlyList<CaseName> Cases { get; init; }
    public required IReadOnlyList<string> Features { get; init; }

    [Description("Since when the group has been seen; absent without a history.")]
    public ReportSince? Since { get; init; }
}
