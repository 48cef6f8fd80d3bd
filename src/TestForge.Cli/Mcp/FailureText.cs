using System.Globalization;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Tells a failed case: class, evidence, step, message, and what was nearest to an element that was not found.</summary>
internal static class FailureText
{
    private const int MaxWords = 300;
    private const int MaxEvidence = 8;
    private const int MaxErrors = 5;
    private const int MaxCandidates = 5;
    private const int MaxSteps = 30;

    public static string Of(TestCase test, CaseResult result, IReadOnlyList<HealRecord> heals, Func<ArtifactRef, string> pathOf)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"case {test.Id}: {Short(test.Title)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"why it exists: {Short(test.Why)}");
        if (result.Diagnosis is { } diagnosis)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"class: {diagnosis.Class} ({Meaning(diagnosis.Policy)})");
            McpText.Lines(text, diagnosis.Evidence, MaxEvidence, Short);
        }

        if (result.Attempts.LastOrDefault(a => a.Failure is not null) is not { Failure: { } failure } attempt)
        {
            return text.AppendLine(result.NotRunBecause is { } reason ? $"it was not run: {reason}" : "no attempt of it failed").ToString();
        }

        Steps(text, test, failure);
        Line(text, "message", failure.Message);
        Line(text, "expected", failure.Expected);
        Line(text, "actual", failure.Actual);
        List(text, "console errors", [.. attempt.Console.Select(c => c.Text)], MaxErrors);
        List(text, "failed requests", [.. attempt.FailedRequests.Select(r => $"{r.Method} {r.Url} {r.Status} {r.Reason}")], MaxErrors);
        foreach (var heal in heals.Where(h => h.ElementId == failure.ElementId || h.CaseIds.Contains(test.Id)).Take(2))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"locator {Short(heal.Old.ToString())}: {heal.Decision}{(heal.New is { } now ? $", now {Short(now.ToString())}{(heal.Proved ? ", proved" : ", not proved")}" : "")}. {Short(heal.Reason)}");
            McpText.Lines(text, heal.Candidates, MaxCandidates, c => string.Create(CultureInfo.InvariantCulture, $"candidate {c.Score:0.00} {(c.Print.Role.Length > 0 ? c.Print.Role : c.Print.Tag)} \"{Short(c.Print.Name)}\""));
        }

        List(text, "evidence files", [.. attempt.Evidence.Select(e => $"{e.Kind}: {pathOf(e)}")], MaxEvidence);
        return text.ToString();
    }

    private static void Steps(StringBuilder text, TestCase test, Failure failure)
    {
        text.AppendLine("steps:");
        McpText.Lines(text, [.. test.Steps.Index()], MaxSteps, s => $"{(failure.StepIndex < 0 || s.Index > failure.StepIndex ? "  " : s.Index < failure.StepIndex ? "ok" : "FAILED")} {s.Item.Keyword} {Short(s.Item.Text)}");
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {Short(value)}");
        }
    }

    private static void List(StringBuilder text, string name, IReadOnlyList<string> lines, int most)
    {
        if (lines.Count > 0)
        {
            text.Append(name).AppendLine(":");
            McpText.Lines(text, lines, most, Short);
        }
    }

    private static string Meaning(FailurePolicy policy) => policy switch
    {
        FailurePolicy.Heal => "the element is looked for by its fingerprint",
        FailurePolicy.Retry => "says nothing about the application by itself",
        FailurePolicy.Fail => "the application is held to be at fault",
        _ => "the case or its surroundings need something",
    };

    private static string Short(string? text) => McpText.Short(text, MaxWords);
}
