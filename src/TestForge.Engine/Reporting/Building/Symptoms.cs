using System.Globalization;
using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Requests that failed and errors of the page's code that tell failed cases from the others.</summary>
/// <remarks>
/// What the exploration met already is no symptom. What a passed case met too is one only where the failed check was about
/// it: the idea of spectrum-based fault localisation (Jones and Harrold, ASE 2005), that what only failures have is suspect.
/// </remarks>
internal sealed partial class Symptoms
{
    private readonly HashSet<string> _explored;
    private readonly HashSet<string> _passed;

    public Symptoms(SiteMap? site, IEnumerable<CaseResult> results)
    {
        var pages = site?.Pages ?? [];
        var passed = results.SelectMany(r => r.Attempts).Where(a => a.Passed).ToArray();
        _explored = [.. pages.SelectMany(p => p.FailedRequests).Select(Key), .. pages.SelectMany(p => p.Console).Select(Key)];
        _passed = [.. passed.SelectMany(Requests).Select(Key), .. passed.SelectMany(a => a.Console).Select(Key)];
    }

    /// <summary>What is different in each attempt, such as a record's number, is left out.</summary>
    public static string Shape(string text) => Varying().Replace(PlainText.Clip(text, 400), "#");

    /// <summary>Each request under its own address and under that of its siblings: <c>/p/green</c> and <c>/p/*</c>.</summary>
    public IEnumerable<(string Key, FailedRequest Request)> Requests(FailedCase c)
    {
        var direct = c.Failure.Class == FailureClass.Environment
            || c.Action is nameof(StepAction.ExpectStatus) or nameof(StepAction.ExpectLinksResolve) or nameof(StepAction.ExpectRequestsSucceed);
        return Requests(c.Attempt).Concat(Links(c)).DistinctBy(Key)
            .Where(r => !_explored.Contains(Key(r)) && (direct || !_passed.Contains(Key(r))))
            .SelectMany(r => new[] { r, Sibling(r) })
            .Select(r => (Key(r), r));
    }

    public IEnumerable<(string Key, ConsoleEntry Entry)> Errors(FailedCase c)
    {
        var direct = c.Action == nameof(StepAction.ExpectConsoleClean);
        return c.Attempt.Console
            .Where(e => e.Level is "exception" or "error" && !LoadFailure().IsMatch(e.Text))
            .OrderBy(e => e.Level == "exception" ? 0 : 1)
            .Select(e => (Key(e), e))
            .Where(e => !_explored.Contains(e.Item1) && (direct || !_passed.Contains(e.Item1)));
    }

    /// <summary>The browser tells of a document that failed in the console alone.</summary>
    private static IEnumerable<FailedRequest> Requests(Attempt attempt) => attempt.FailedRequests.Concat(attempt.Console
        .Select(e => (e.Location, Match: LoadFailure().Match(e.Text)))
        .Where(e => e.Location is not null && e.Match.Success)
        .Select(e => new FailedRequest(Position().Replace(e.Location!, ""), "GET", int.Parse(e.Match.Groups[1].Value, CultureInfo.InvariantCulture), "")));

    /// <summary>A check of links says itself which addresses failed.</summary>
    private static IEnumerable<FailedRequest> Links(FailedCase c) => c.Action == nameof(StepAction.ExpectLinksResolve)
        ? LinkFailure().Matches(c.Failure.Actual ?? "").Select(m => new FailedRequest(m.Groups[1].Value, "GET", int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), ""))
        : [];

    private static FailedRequest Sibling(FailedRequest request) => request with { Url = LastSegment().Replace(PathOf(request.Url), "/*"), Reason = "" };

    private static string Key(FailedRequest request) => $"request|{request.Method} {Shape(PathOf(request.Url))} {request.Status}";

    private static string Key(ConsoleEntry entry) => $"console|{Shape(entry.Text)}";

    public static string PathOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile ? uri.AbsolutePath : address.Split('?')[0];

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{12,}|\\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Varying();

    [GeneratedRegex(@"^Failed to load resource\b.*\bstatus of (\d{3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex LoadFailure();

    [GeneratedRegex(@"(/\S*): ([45]\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LinkFailure();

    [GeneratedRegex(@"(:\d+){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex("/[^/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LastSegment();
}
