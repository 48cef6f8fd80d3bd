using System.Text.Json.Serialization;

namespace TestForge.Engine.Reporting.Model;

/// <summary>How many cases ended how. A flaky or healed case is not in Passed.</summary>
internal sealed record ReportTotals(
    int Cases,
    int Passed,
    int Flaky,
    int Healed,
    int Failed,
    int NotRun,
    int Pages,
    int Findings)
{
    [JsonIgnore]
    public int Ran => Cases - NotRun;
}
