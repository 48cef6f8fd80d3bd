using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Reads what kind of failure the runner's words tell of.</summary>
internal static partial class FailureReader
{
    public static Failure Read(TestCase testCase, ReportedAttempt attempt)
    {
        var index = StepIndex(testCase, attempt);
        var step = index >= 0 ? testCase.Steps[index].Action : null;
        var text = attempt.Errors.Count > 0 ? attempt.Errors[0] : $"The test ended as '{attempt.Status}'.";
        var message = MessageOf(text);
        var diagnosis = FailureTriage.Of(new()
        {
            Trouble = TroubleOf(text, step, attempt.Status),
            Message = message,
            Step = step,
            Obstacle = FailureText.ObstacleOf(text),
            Cover = FailureText.CoverOf(text),
        });
        return new(diagnosis.Class, index, message, ValueOf(Expected(), text), ValueOf(Received(), text), step?.Element, Evidence: diagnosis.Evidence);
    }

    // The last step reported is the one that failed; steps that were not reached are not reported.
    private static int StepIndex(TestCase testCase, ReportedAttempt attempt)
    {
        var failed = attempt.Steps.TakeWhile(s => s.Passed).Count();
        return failed < attempt.Steps.Count && failed < testCase.Steps.Count ? failed : -1;
    }

    private static StepTrouble TroubleOf(string text, StepAction? step, string status)
    {
        if (text.Contains("net::", StringComparison.Ordinal)
            || text.Contains("has been closed", StringComparison.Ordinal)
            || text.Contains("crashed", StringComparison.Ordinal)
            || text.Contains("environment variable", StringComparison.Ordinal))
        {
            return StepTrouble.Broken;
        }

        if (FailureText.WasDone(text))
        {
            return StepTrouble.TooLong;
        }

        if (step?.Element is not null && FindsNotOne(text))
        {
            return StepTrouble.NotOne;
        }

        if (text.Contains("expect(", StringComparison.Ordinal))
        {
            return StepTrouble.Mismatch;
        }

        if (status != "timedOut" && !text.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
        {
            return StepTrouble.None;
        }

        return step?.Element is null ? StepTrouble.TooLong : StepTrouble.Unusable;
    }

    private static bool FindsNotOne(string text)
    {
        if (text.Contains("strict mode violation", StringComparison.Ordinal) || text.Contains("element(s) not found", StringComparison.Ordinal))
        {
            return true;
        }

        // An action that waited in vain tells in its log whether it ever saw the element.
        return text.Contains("Timeout", StringComparison.Ordinal)
            && text.Contains("waiting for", StringComparison.Ordinal)
            && !text.Contains("locator resolved to", StringComparison.Ordinal)
            && !text.Contains("expect(", StringComparison.Ordinal);
    }

    private static string MessageOf(string text)
    {
        var end = text.IndexOf("Call log", StringComparison.Ordinal);
        return PageText.Clean(end > 0 ? text[..end] : text, 500);
    }

    private static string? ValueOf(Regex regex, string text) =>
        regex.Match(text) is { Success: true } match ? PageText.Clean(match.Groups[1].Value.Trim().Trim('"'), 1_000) : null;

    [GeneratedRegex(@"^Expected[^:\n]*:(.*)$", RegexOptions.Multiline)]
    private static partial Regex Expected();

    [GeneratedRegex(@"^Received[^:\n]*:(.*)$", RegexOptions.Multiline)]
    private static partial Regex Received();
}
