using System.Text.Json.Serialization;

namespace TestForge.Engine.Reporting.Model;

/// <summary>How many cases ended how. A flaky or healed case is not in Passed, one in quarantine not in Failed.</summary>
internal sealed record ReportTotals(
    int Cases,
    int Passed,
    int Flaky,
    int Healed,
    int Failed,
    int NotRun,
    int Pages,
    int Findings,
    int Quarantined = 0)
{
    [JsonIgnore]
    public int Ran => Cases - NotRun;
}
