using System.Globalization;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Tells a test plan in few lines.</summary>
internal static class PlanText
{
    private const int MaxCases = 60;
    private const int MaxFindings = 15;
    private const int MaxWords = 140;

    public static string Of(TestPlan plan, IReadOnlyList<RunEvent.RunWarning> goalsNotMade)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{plan.Cases.Count} cases in {plan.Features.Count} features; {plan.Dropped.Count} expectations did not hold twice and were left out; {plan.Findings.Count} findings");
        text.AppendLine("cases (id, technique, title):");
        McpText.Lines(text, plan.Cases, MaxCases, c => $"{c.Id} {c.Technique} \"{McpText.Short(c.Title, MaxWords)}\"");
        if (plan.Findings.Count > 0)
        {
            text.AppendLine("findings, the worst first:");
            McpText.Lines(text, [.. plan.Findings.OrderByDescending(f => f.Severity)], MaxFindings, f => $"{f.Severity} {f.Category}: {McpText.Short(f.Title, MaxWords)}");
        }

        if (goalsNotMade.Count > 0)
        {
            text.AppendLine("goals that became no case:");
            McpText.Lines(text, goalsNotMade, MaxFindings, g => $"{g.Code}: {McpText.Short(g.Message, MaxWords * 3)}");
        }

        return text.ToString();
    }
}
