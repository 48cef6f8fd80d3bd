using TestForge.Engine.Artifacts;
using TestForge.Engine.Execution.Selection;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution.Selection;

public sealed class SelectStageTests : IRunEvents
{
    private readonly MemoryStore _store = new();
    private readonly List<RunEvent.RunWarning> _warnings = [];

    [Fact]
    public async Task Everything_runs_in_the_order_of_the_plan_unless_told_otherwise() =>
        (await SelectAsync(new())).CaseIds.ShouldBe(["home", "list", "form"]);

    [Fact]
    public async Task Titles_choose_whatever_their_case_and_the_rest_is_told_as_not_run()
    {
        var output = await SelectAsync(new() { Grep = "^LIST" });

        output.CaseIds.ShouldBe(["list"]);
        (await ResultsAsync(output)).Cases.Select(c => (c.CaseId, c.Verdict, c.NotRunBecause)).ShouldBe(
            [("home", Verdict.NotRun, NotRunReason.TitleDiffers), ("form", Verdict.NotRun, NotRunReason.TitleDiffers)]);
    }

    [Fact]
    public async Task Titles_that_match_nothing_are_an_error() =>
        (await Should.ThrowAsync<StageException>(() => SelectAsync(new() { Grep = "nope" }))).Code.ShouldBe("select.no_match");

    [Fact]
    public async Task What_a_person_switched_off_is_not_run_and_told_so()
    {
        var output = await SelectAsync(new() { Disabled = ["list", "gone"] });

        output.CaseIds.ShouldBe(["home", "form"]);
        (await ResultsAsync(output)).Cases.ShouldHaveSingleItem().NotRunBecause.ShouldBe(NotRunReason.Disabled);
    }

    [Fact]
    public async Task Only_what_failed_last_runs_again()
    {
        var output = await SelectAsync(new() { LastFailed = true, LastResults = await StoreAsync(Last(Verdict.Passed, Verdict.Failed, Verdict.Flaky)) });

        output.CaseIds.ShouldBe(["list"]);
        _warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_so_when_nothing_failed_last()
    {
        var output = await SelectAsync(new() { LastFailed = true, LastResults = await StoreAsync(Last(Verdict.Passed, Verdict.Passed, Verdict.Flaky)) });

        output.CaseIds.ShouldBeEmpty();
        _warnings.Single().Code.ShouldBe("select.nothing_failed");
    }

    [Fact]
    public async Task A_seed_gives_an_order_that_can_be_had_again()
    {
        var first = await SelectAsync(new() { ShuffleSeed = 5 });

        (await SelectAsync(new() { ShuffleSeed = 5 })).CaseIds.ShouldBe(first.CaseIds);
        first.CaseIds.ShouldBe(["home", "list", "form"], ignoreOrder: true);
        Enumerable.Range(0, 20).Select(seed => string.Join(' ', SelectAsync(new() { ShuffleSeed = seed }).Result.CaseIds)).Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task A_case_runs_when_its_page_has_changed_and_not_when_another_has()
    {
        var before = await SelectAsync(new(), Map(1, "Home", "Products"));
        var memory = new CaseMemory().With(Last(Verdict.Passed, Verdict.Passed, Verdict.Passed), await MarksAsync(before));

        var output = await SelectAsync(new() { OnlyChanged = true, Memory = await StoreAsync(memory) }, Map(2, "Home", "Offers"));

        // The form's page is not on the map: nobody knows, so it runs.
        output.CaseIds.ShouldBe(["list", "form"]);
        (await ResultsAsync(output)).Cases.Single().NotRunBecause.ShouldBe(NotRunReason.Unchanged);
    }

    [Fact]
    public async Task A_case_that_failed_runs_though_nothing_has_changed()
    {
        var before = await SelectAsync(new(), Map(1, "Home", "Products"));
        var memory = new CaseMemory().With(Last(Verdict.Failed, Verdict.Flaky, Verdict.Passed), await MarksAsync(before));

        (await SelectAsync(new() { OnlyChanged = true, Memory = await StoreAsync(memory) }, Map(2, "Home", "Products"))).CaseIds.ShouldBe(["home", "list", "form"]);
    }

    [Fact]
    public async Task Without_a_later_map_everything_runs_and_that_is_said()
    {
        var map = Map(1, "Home", "Products");
        var before = await SelectAsync(new(), map);
        var memory = new CaseMemory().With(Last(Verdict.Passed, Verdict.Passed, Verdict.Passed), await MarksAsync(before));

        (await SelectAsync(new() { OnlyChanged = true, Memory = await StoreAsync(memory) }, map)).CaseIds.Count.ShouldBe(3);
        _warnings.Single().Code.ShouldBe("select.map_not_newer");
    }

    [Fact]
    public async Task Quarantine_is_found_by_id_and_by_title_and_what_it_misses_is_said()
    {
        var quarantine = new Quarantine("known", "ann", new(2030, 1, 31));

        var output = await SelectAsync(new() { Quarantine = [new("home", null, quarantine), new(null, "^form", quarantine), new("gone", null, quarantine)] });

        output.Quarantine.Select(q => q.CaseId).ShouldBe(["home", "form"]);
        _warnings.Single().Code.ShouldBe("quarantine.no_match");
    }

    void IRunEvents.Publish(RunEvent runEvent) => _warnings.Add((RunEvent.RunWarning)runEvent);

    private static RunResults Last(Verdict home, Verdict list, Verdict form) => new()
    {
        Backend = "x",
        Cases = [new("home", home, []), new("list", list, []), new("form", form, [])],
    };

    private static SiteMap Map(int visited, string home, string list) => new()
    {
        Target = new("https://shop.test/"),
        Pages = [Page("p1", "/", home), Page("p2", "/list", list)],
        Transitions = [],
        Skipped = [],
        Stats = new(visited, 0, 0, 1),
    };

    private static SitePage Page(string id, string path, string heading) =>
        new() { Id = id, Url = $"https://shop.test{path}", Headings = [new(1, heading)], LoadMilliseconds = Random.Shared.NextDouble() };

    private async Task<SelectOutput> SelectAsync(CaseSelection selection, SiteMap? map = null)
    {
        var plan = Plans.Of(
            new("https://shop.test/"),
            [],
            Plans.Case("home", new StepAction.Navigate("/")),
            Plans.Case("list", new StepAction.Navigate("/list")),
            Plans.Case("form", new StepAction.Navigate("/form")));
        var mapReference = map is null ? null : await StoreAsync(map);
        return await new SelectStage(_store, this).ExecuteAsync(
            new(Guid.Empty, await StoreAsync(plan), mapReference, [.. plan.Cases.Select(c => c.Id)], selection), TestContext.Current.CancellationToken);
    }

    private Task<Dictionary<string, CaseMark>> MarksAsync(SelectOutput output) =>
        _store.GetJsonAsync<Dictionary<string, CaseMark>>(output.Marks, TestContext.Current.CancellationToken);

    private Task<RunResults> ResultsAsync(SelectOutput output) => _store.GetJsonAsync<RunResults>(output.Results, TestContext.Current.CancellationToken);

    private Task<ArtifactRef> StoreAsync<T>(T value) => _store.PutJsonAsync("x", value, TestContext.Current.CancellationToken);
}
