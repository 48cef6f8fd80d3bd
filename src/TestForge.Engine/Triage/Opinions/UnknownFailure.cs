using System.Globalization;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage.Opinions;

/// <summary>What was seen of a failure whose class rules cannot tell, in lines with names.</summary>
internal sealed class UnknownFailure
{
    private const int MaxLines = 40;
    private const int MaxOfAKind = 8;
    private const int MaxLine = 300;
    private const int MaxSteps = 12;

    private UnknownFailure(IReadOnlyList<string> lines) => Lines = lines;

    /// <summary>The lines; the first is <c>e1</c>.</summary>
    public IReadOnlyList<string> Lines { get; }

    public string Text => string.Join('\n', Lines.Select((line, i) => $"e{(i + 1).ToString(CultureInfo.InvariantCulture)}: {line}"));

    public static UnknownFailure Of(TestCase? test, CaseResult result) =>
        new([.. Facts(test, result).Select(l => PageText.Clean(l, MaxLine)).Where(l => l.Length > 0).Distinct().Take(MaxLines)]);

    /// <summary>The line with a name, or null.</summary>
    public string? Line(string name) =>
        name.StartsWith('e') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Lines.Count ? Lines[number - 1] : null;

    private static IEnumerable<string> Facts(TestCase? test, CaseResult result)
    {
        foreach (var sentence in result.Diagnosis?.Evidence ?? [])
        {
            yield return sentence;
        }

        foreach (var (attempt, index) in result.Attempts.Select((a, i) => (a, i)))
        {
            var which = $"attempt {(index + 1).ToString(CultureInfo.InvariantCulture)}";
            foreach (var fact in OfAttempt(test, attempt))
            {
                yield return $"{which}: {fact}";
            }
        }
    }

    private static IEnumerable<string> OfAttempt(TestCase? test, Attempt attempt)
    {
        if (attempt.Failure is not { } failure)
        {
            yield return "it passed";
            yield break;
        }

        yield return $"it failed: {failure.Message}";
        if (failure.Expected is { Length: > 0 } expected)
        {
            yield return $"expected {expected}, seen {failure.Actual}";
        }

        if (test is not null && failure.StepIndex >= 0)
        {
            foreach (var (step, i) in test.Steps.Select((s, i) => (s, i)).Take(failure.StepIndex + 1).TakeLast(MaxSteps))
            {
                yield return $"step {(i + 1).ToString(CultureInfo.InvariantCulture)}, {(i == failure.StepIndex ? "failed" : "passed")}: {step.Text}";
            }
        }

        foreach (var request in attempt.FailedRequests.TakeLast(MaxOfAKind))
        {
            yield return SurroundingSigns.Tell(request);
        }

        foreach (var entry in attempt.Console.Where(e => e.Level is "exception" or "error").TakeLast(MaxOfAKind))
        {
            yield return $"console {entry.Level}: {entry.Text}";
        }
    }
}
