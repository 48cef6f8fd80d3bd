using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

[Description("What the history knows of a case.")]
internal sealed record ReportCasePast
{
    [Description("Verdicts of the last runs in which it ran, this one last.")]
    public required IReadOnlyList<Verdict> Recent { get; init; }

    [Description("How often a pass followed a failure or the reverse, within and between these runs.")]
    public required int Flips { get; init; }

    [Description("Flips in relation to how many there could be, 0 to 1.")]
    public required double Flakiness { get; init; }

    [Description("True when it flipped more often than one fault that came and went explains.")]
    public required bool Unstable { get; init; }

    [Description("Since when it has failed, when it fails now.")]
    public ReportSince? FailingSince { get; init; }
}
