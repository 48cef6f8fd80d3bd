using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

[Description("Since when something has been seen without a break.")]
internal sealed record ReportSince
{
    [Description("How many runs in a row, with this one; 1 means new.")]
    public required int Runs { get; init; }

    [Description("Start of the first of these runs.")]
    public required DateTimeOffset FirstSeen { get; init; }

    [Description("True when an earlier run had it, then it was gone, and now it is back.")]
    public bool Returned { get; init; }
}
