using TestForge.Engine.Browser;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;

namespace TestForge.Engine.Patching;

/// <summary>Tells a drifted locator from every other failure. Each answer is a sentence, or null for drift.</summary>
internal static class SuiteTriage
{
    private const int ErrorStatus = 400;

    /// <summary>From the runner's words alone, before anything is run again.</summary>
    public static string? OtherThanDrift(SuiteTest test)
    {
        var message = test.Message;
        if (message.Length == 0 || test.Recorded.Count > 0)
        {
            return null;
        }

        var ofLocator = message.Contains("strict mode violation", StringComparison.Ordinal)
            || message.Contains("element(s) not found", StringComparison.Ordinal)
            || message.Contains("Timeout", StringComparison.OrdinalIgnoreCase)
            || message.Contains("waiting for", StringComparison.Ordinal);
        return ofLocator && !message.Contains("net::", StringComparison.Ordinal) ? null : $"it failed for another reason: {FirstLine(message)}";
    }

    /// <summary>Which of the uses that failed ended the test: others may have been caught by the test itself.</summary>
    public static RecordedFailure? Decisive(SuiteTest test) =>
        test.Recorded.LastOrDefault(r => test.FailedLine > 0 && r.Used.Any(u => u.File == test.File && u.Line == test.FailedLine)) ?? (test.Recorded is [.., var last] ? last : null);

    /// <summary>From what the recorder saw.</summary>
    public static string? OtherThanDrift(RecordedFailure failure, RecordedElement? known)
    {
        if (failure.Count == 1)
        {
            return $"the locator finds its element; {(failure.IsExpectation ? "what is expected of it does not hold" : "what was done with it did not work")}: {FirstLine(failure.Message)}";
        }

        if (failure.Status >= ErrorStatus)
        {
            return $"the server answered {failure.Status} when the page was opened";
        }

        if (failure.Page is not { } page)
        {
            return "the page could not be read when the locator failed";
        }

        if (page.Elements.Count == 0)
        {
            return "the page is empty";
        }

        return known is not null && !SamePath(known.Page, failure.Url)
            ? $"the test is on another page than when it passed: {PageText.Clean(PathOf(failure.Url))}, not {PageText.Clean(known.Page)}"
            : null;
    }

    private static string FirstLine(string message) => PageText.Clean(message.Split('\n', 2)[0]);

    /// <summary>Numbers in a path are data.</summary>
    private static bool SamePath(string known, string url)
    {
        var (one, other) = (known.Split('/'), PathOf(url).Split('/'));
        return known.Length == 0 || (one.Length == other.Length && one.Zip(other).All(p => p.First == p.Second || (p.First.Any(char.IsDigit) && p.Second.Any(char.IsDigit))));
    }

    private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath : "";
}
