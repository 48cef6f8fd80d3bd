using System.Text;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Tells the cases that did not simply pass, in a line each.</summary>
internal static class ResultText
{
    private const int MaxCases = 40;
    private const int MaxWords = 160;

    public static string Of(TestPlan plan, RunResults results)
    {
        var titles = plan.Cases.ToDictionary(c => c.Id, c => c.Title);
        var told = results.Cases.Where(c => c.Verdict != Verdict.Passed).OrderBy(c => c.Verdict switch { Verdict.Failed => 0, Verdict.Healed => 1, Verdict.Flaky => 2, Verdict.Quarantined => 3, _ => 4 }).ToArray();
        if (told.Length == 0)
        {
            return "none: all cases that ran passed";
        }

        var text = new StringBuilder();
        McpText.Lines(text, told, MaxCases, c => $"{c.Verdict.ToString().ToLowerInvariant()} {c.CaseId} \"{McpText.Short(titles.GetValueOrDefault(c.CaseId), MaxWords)}\"{WhyOf(c)}");
        return text.ToString();
    }

    private static string WhyOf(CaseResult result)
    {
        var why = result.NotRunBecause is { } reason ? reason.ToString() : result.Attempts.LastOrDefault(a => a.Failure is not null)?.Failure?.Message;
        return (result.Diagnosis is { } diagnosis ? $" {diagnosis.Class}" : "") + (why is null ? "" : $": {McpText.Short(why, MaxWords)}");
    }
}
