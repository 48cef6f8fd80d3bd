using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>Every text a page under test can bring into a report is an attack on it.</summary>
internal static class HostileRun
{
    public static readonly string[] Texts =
    [
        "</script><img src=x onerror=\"window.pwned=1\">", "</style><script>window.pwned=1</script>", "\"><svg onload=window.pwned=1>", "' onmouseover='window.pwned=1",
        "{{#each this}}{{{Script}}}{{/each}}", "javascript:window.pwned=1", "\u202Etxet desrever \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", "👩‍👩‍👧‍👦 emoji 🏳️‍🌈",
        "null\0bell\a esc\u001b[31mred\u001b[0m del\u007f", "lone \ud800 surrogate \udc00", new string('W', 10_000), "]]>&amp;&#0;<!--",
    ];

    public static ReportRun Make()
    {
        var pages = Texts.Select((t, i) => new SitePage
        {
            Id = $"p{i}",
            Url = i % 2 == 0 ? "javascript:window.pwned=1//" + i : "https://shop.example/" + i,
            Title = t,
            Outcome = i == 3 ? PageOutcome.HttpError : PageOutcome.Ok,
            OutcomeDetail = t,
            LoadMilliseconds = 100 + i,
            Elements = i == 0 ? [.. Texts.Select((x, n) => new PageElement($"p0.e{n}", Print(x), true, true, null))] : [],
            Forms = [new() { Id = $"p{i}.f1", Name = t }],
        }).ToArray();
        var cases = Texts.Select((t, i) => new TestCase
        {
            Id = $"case-{i}",
            Title = t,
            FeatureId = t,
            Technique = t,
            Why = t,
            PageIds = [t],
            Tags = [t],
            Steps = [new(StepKeyword.When, t, new StepAction.Click(t))],
        }).ToArray();
        var run = new ReportRun
        {
            Site = new()
            {
                Target = new("https://shop.example/"),
                Pages = pages,
                Transitions =
                [
                    .. pages.Skip(1).Select(p => new SiteTransition("p0", p.Id, "p0.e1", p.Title)),
                    .. Texts.Select((t, i) => new SiteTransition("p0", $"p0.s{i}", $"p0.e{i}", t, t)),
                ],
                States =
                [
                    .. Texts.Select((t, i) => new SiteState { Id = $"p0.s{i}", PageId = "p0", Path = [new(t, $"p0.e{i}", t)], Title = t, Elements = [new($"p0.s{i}.e1", Print(t), true, true, null)] }),
                ],
                ApiCalls = [.. Texts.Select(t => new ApiCall { Method = t, Path = t, Origin = t, Query = [t], Statuses = [200], RequestType = t, ResponseType = t, Count = 1, PageIds = [t] })],
                Technologies = [.. Texts.Select(t => new TechnologyHint(t, t, t, t))],
                Flows = [.. Texts.Select(t => new BusinessFlow(t, t, ["p0", t], t))],
                Roles = [.. Texts.Select(t => new RoleView(t, [t], [t], [new(t, t)], [new(t, t)]))],
                Robots = new(true, true, 1, 1, [.. Texts]),
                Skipped = [.. Texts.Select(t => new SkippedItem(t, t, t))],
                Stats = new(1, 1, 1, 1),
            },
            Plan = new()
            {
                Target = new("https://shop.example/"),
                Features = [.. Texts.Select(t => new TestFeature(t, t, t))],
                Cases = cases,
                Pages = [],
                Elements = [],
                Dropped = [.. Texts.Select(t => new DroppedExpectation(t, t, t))],
                Findings = [.. Texts.Select((t, i) => new Finding("f" + i, (FindingCategory)(i % 8), FindingSeverity.Serious, t, t, [t, "p1"], t, [t], [t], t))],
            },
        };
        run.Results.Add(new() { Backend = Texts[0], Browser = Texts[1], Cases = [.. cases.Select((c, i) => Result(c, Texts[i], i))] });
        run.Heals.AddRange(Texts.Select((t, i) => Heal(t, i)));
        return run;
    }

    private static CaseResult Result(TestCase test, string text, int index) => new(test.Id, index % 3 == 2 ? Verdict.Flaky : Verdict.Failed,
    [
        new()
        {
            Number = 1,
            Passed = false,
            StartedAt = ReportRun.Started,
            Milliseconds = 10,
            Failure = new(FailureClass.Assertion, 0, text, text, text, text),
            Console = [new(text, text, text)],
            FailedRequests = [new(text, text, 500, text)],
            HealedElements = [text],
        },
    ]);

    private static HealRecord Heal(string text, int index)
    {
        var print = Print(text);
        var locator = new LocatorSpec { Kind = LocatorKind.Role, Value = text, Name = text };
        return new()
        {
            ElementId = text,
            Decision = (HealDecision)(index % 4),
            Old = locator,
            New = locator,
            Reason = text,
            CaseIds = [text],
            Before = print,
            After = print with { Name = "other" },
            Candidates = [new(print, 0.5, new Dictionary<string, double> { [text] = 0.5 })],
        };
    }

    private static ElementFingerprint Print(string text) => new() { Tag = text, Role = text, Name = text, Text = text, Classes = [text], Css = text };
}
