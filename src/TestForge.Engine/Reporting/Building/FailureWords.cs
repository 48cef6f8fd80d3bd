using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>One explanation for a group of failures, once for those who mend it and once for those who decide.</summary>
internal sealed class FailureWords(IReadOnlyDictionary<string, string> features)
{
    private const int MaxNamed = 3;

    public FailureGroup Request(string key, IReadOnlyList<FailedCase> cases, FailedRequest request)
    {
        var what = $"{request.Method} {Symptoms.PathOf(request.Url)}";
        var answer = request.Status > 0 ? $"answers {request.Status}" : "gets no answer";
        return Make(key, FailureCause.Request, $"{what} {answer}", cases,
            $"{Upper(Each(cases))} met {what}, which {answer}{(request.Reason.Length > 0 ? $" ({request.Reason})" : "")}. It did not when the application was explored. Look for it in the server's log.",
            $"A part of the server does not answer as it should. What depends on it does not work: {In(cases)}.");
    }

    public FailureGroup Console(string key, IReadOnlyList<FailedCase> cases, ConsoleEntry entry) => Make(
        key, FailureCause.Console, entry.Text, cases,
        $"In {Each(cases)} the page's code reported {(entry.Level == "exception" ? "an uncaught exception" : "an error")}{(entry.Location is null ? "" : $" at {entry.Location}")}. It did not when the application was explored. Start there.",
        $"The page's own code breaks off with an error, so it does less than it should in {In(cases)}.");

    public FailureGroup Environment(string key, IReadOnlyList<FailedCase> cases) => Make(
        key, FailureCause.Environment, "Network, server or session failed", cases,
        $"{cases[0].Failure.Message} {Upper(Each(cases))} ended this way, which says nothing about the checks behind it. Make sure that the application runs and stays signed in, then run again.",
        $"The application could not be reached or used reliably, so {In(cases)} could not be judged.");

    public FailureGroup Element(string key, IReadOnlyList<FailedCase> cases)
    {
        var first = cases[0];
        var name = Words.Quote(first.Element);
        var where = first.Page.Length > 0 ? $" on {first.Page}" : "";
        return first.Failure.Class switch
        {
            FailureClass.LocatorDrift => Make(key, FailureCause.Element, $"{first.Element} is not found{where}", cases,
                $"{first.Failure.Message} The page is otherwise healthy and no other element was like it beyond doubt, so nothing was healed. If it was renamed or removed on purpose, design the tests anew; if not, it is missing.",
                $"Something that users could see or use{where} is gone or has changed: {first.Element}."),
            FailureClass.Timing => Make(key, FailureCause.Element, $"{first.Element} is not ready in time{where}", cases,
                $"{Decisive(first)} Look for what makes the page slow to become ready.",
                $"A control{where} is not ready in time, so users wait or give up: {first.Element}."),
            FailureClass.Overlay => Make(key, FailureCause.Element, $"{first.Element} is covered{where}", cases,
                $"{Decisive(first)} If it belongs there, the tests need a step that closes it; if not, users cannot reach {name} either.",
                $"Something lies over a control{where}, so users may not be able to use it: {first.Element}."),
            FailureClass.Viewport => Make(key, FailureCause.Element, $"{first.Element} is out of reach in this window{where}", cases,
                $"{Decisive(first)} Run in the window that the tests are designed in, or see whether users of such a window reach {name} in another way.",
                $"In windows of this size users cannot reach a control{where}: {first.Element}."),
            FailureClass.FormState => Make(key, FailureCause.Element, $"{first.Element} is not ready for use{where}", cases,
                $"{Decisive(first)} Look for what the form wants first: a further field, another value, a step before.",
                $"A form{where} does not accept what it accepted before: {first.Element}."),
            _ => Make(key, FailureCause.Element, $"{first.Element} is not as expected{where}", cases,
                $"{Upper(Each(cases))} checked {name} and saw something else. {Compare(first.Failure)}",
                $"Something{where} shows or does something else than before: {first.Element}."),
        };
    }

    public FailureGroup Expectation(string key, IReadOnlyList<FailedCase> cases) => Make(
        key, FailureCause.Expectation, $"The same check fails in {Words.Count(cases.Count, "test")}: {cases[0].Failure.Message}", cases,
        $"{Compare(cases[0].Failure)} {Upper(Each(cases))} saw this, on different pages or elements: look at what they share, such as a layout, a style sheet or a header.",
        $"One fault that is seen in several places: {In(cases)}.");

    public FailureGroup Page(string key, IReadOnlyList<FailedCase> cases) => Make(
        key, FailureCause.Page, $"{cases[0].Page}: {Words.Count(cases.Count, "test")} fail at different checks", cases,
        $"These tests have the page in common and nothing else that is known. The page itself is the first thing to look at; the first of them said: {cases[0].Failure.Message}",
        $"The page {Words.Quote(cases[0].Page)} does not work as it did.");

    public FailureGroup Single(FailedCase only) => Make(
        $"case|{only.Case.Id}", FailureCause.Single, only.Case.Title, [only],
        $"{only.Failure.Message} {Compare(only.Failure)}".Trim(),
        only.Case.Why.Length > 0 ? only.Case.Why : $"It is a fault by itself, in {In([only])}.");

    private FailureGroup Make(string key, FailureCause cause, string title, IReadOnlyList<FailedCase> cases, string engineer, string manager) => new()
    {
        Key = $"{cause.ToString().ToLowerInvariant()}-{StableIds.Hash(key)[..12]}",
        Cause = cause,
        Title = PlainText.Clip(title, 200),
        Engineer = PlainText.Clip(engineer, 1_500),
        Manager = PlainText.Clip(manager, 600),
        Cases = [.. cases.Select(c => new CaseName(c.Case.Id, c.Case.Title))],
        Features = FeaturesOf(cases),
    };

    private static string Decisive(FailedCase test) => test.Failure.Evidence is [var first, ..] ? first : test.Failure.Message;

    private string In(IReadOnlyList<FailedCase> cases) => Words.Join([.. FeaturesOf(cases).Select(Words.Quote)], MaxNamed);

    private string[] FeaturesOf(IReadOnlyList<FailedCase> cases) =>
        [.. cases.Select(c => features.TryGetValue(c.Case.FeatureId, out var title) ? title : c.Case.FeatureId).Distinct(StringComparer.Ordinal)];

    private static string Each(IReadOnlyList<FailedCase> cases) => cases.Count == 1 ? "this test" : $"each of these {cases.Count} tests";

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Compare(Failure failure) => failure is { Expected.Length: > 0 }
        ? $"Expected: {PlainText.Clip(failure.Expected, 200)}. Seen: {(failure.Actual is { Length: > 0 } actual ? PlainText.Clip(actual, 200) : "nothing")}."
        : "";
}
