using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution;

/// <summary>A case finds nothing of the cases before it, though it may get the same context.</summary>
public sealed class IndependenceTests
{
    /// <summary>Counts what is there, shows it, and leaves one more of everything.</summary>
    private const string Hoarder = """
        <!doctype html><title>reading</title><style>#menu:hover { outline: 9px solid red }</style>
        <div id=menu style="width:600px;height:600px"><a href="#x">Open</a></div>
        <script>
          const gone = new Promise((done) => { const r = indexedDB.open('hoard'); r.onupgradeneeded = (e) => done(e.oldVersion === 0); r.onsuccess = () => { r.result.close(); done(false); }; });
          (async () => {
            const found = [];
            if (document.cookie) found.push('cookie');
            if (localStorage.length) found.push('local');
            if (sessionStorage.length) found.push('session');
            if (window.name) found.push('name');
            if (!await gone) found.push('database');
            if ((await caches.keys()).length) found.push('caches');
            if (document.referrer) found.push('referrer');
            const first = await (await fetch('/count')).text();
            const second = await (await fetch('/count')).text();
            if (first !== second) found.push('uncached');
            window.before = first;
            if (navigator.serviceWorker && (await navigator.serviceWorker.getRegistrations()).length) found.push('worker');
            document.cookie = 'hoard=1; path=/'; localStorage.hoard = 1; sessionStorage.hoard = 1; window.name = 'hoard';
            (await caches.open('hoard')).put('/kept', new Response('x'));
            addEventListener('pagehide', () => { localStorage.late = 1; sessionStorage.late = 1; document.cookie = 'late=1; path=/'; });
            document.title = found.length ? 'found ' + found.join(' ') : 'clean';
          })();
        </script>
        """;

    [Fact]
    public async Task Nothing_is_left_for_the_next_case_though_contexts_serve_again()
    {
        var counts = new ConcurrentQueue<int>();
        var count = 0;
        await using var rig = await EngineRig.StartAsync(
            app =>
            {
                app.MapGet("/", () => Results.Content(Hoarder, "text/html"));
                app.MapGet("/count", (HttpContext http) =>
                {
                    http.Response.Headers.CacheControl = "max-age=3600";
                    counts.Enqueue(Interlocked.Increment(ref count));
                    return Results.Content($"{count}", "text/plain");
                });
            },
            services => services.Configure<ExecutionOptions>(o => o.Workers = 2));
        var facts = await rig.ReadAsync("/");
        counts.Clear();
        TestCase[] cases =
        [
            .. Enumerable.Range(0, 12).Select(i => Plans.Case(
                $"c{i}", new StepAction.Navigate("/"), new StepAction.ExpectTitle("clean"), new StepAction.Resize(700, 500), new StepAction.Click("p1.e1"))),
        ];

        var results = await RunAsync(rig, Plans.Of(rig.Url, [facts.Element("p1.e1", "Open")], cases));

        results.Select(r => (r.CaseId, r.Verdict, r.Attempts[0].Failure?.Actual)).ShouldBe(cases.Select(c => (c.Id, Verdict.Passed, (string?)null)));

        // Each case asked the server itself: no answer was left over. And the pool did give contexts again, or this shows nothing.
        counts.Count.ShouldBe(12);
        rig.Pool.ServedAgain.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_visit_to_another_origin_ends_a_context()
    {
        await using var other = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/frame"] = "<script>localStorage.hoard = 1</script>" });
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/", () => Results.Content($"<title>Home</title><iframe src=\"{other.Url}frame\"></iframe>", "text/html")),
            services => services.Configure<ExecutionOptions>(o => o.Workers = 1).Configure<Engine.Browser.BrowserOptions>(o => o.AllowPrivate = true));
        TestCase[] cases = [.. Enumerable.Range(0, 3).Select(i => Plans.Case($"c{i}", new StepAction.Navigate("/"), new StepAction.ExpectTitle("Home"), new StepAction.ExpectRequestsSucceed([])))];

        var results = await RunAsync(rig, Plans.Of(rig.Url, [], cases));

        results.ShouldAllBe(r => r.Verdict == Verdict.Passed);
        rig.Pool.ServedAgain.ShouldBe(0);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public async Task Cases_that_make_data_pass_in_any_order(int seed)
    {
        // The server keeps what is made, and what one case has made the others see.
        var notes = new ConcurrentQueue<string>();
        await using var rig = await EngineRig.StartAsync(app => app.MapGet("/", (string? note) =>
        {
            if (note is not null)
            {
                notes.Enqueue(note);
            }

            return Results.Content($"<title>Notes</title><form><input name=note aria-label=Note><button>Add</button></form><ul>{string.Concat(notes.Select(n => $"<li>{n}</li>"))}</ul>", "text/html");
        }));
        var facts = await rig.ReadAsync("/");
        TestCase[] cases =
        [
            .. Enumerable.Range(0, 4).Select(i => Plans.Case(
                $"add{i}", new StepAction.Navigate("/"), new StepAction.ExpectNoPageText("${unique}"), new StepAction.Fill("p1.e1", "${unique}"), new StepAction.Click("p1.e2"), new StepAction.ExpectPageText("${unique}"))),
            .. Enumerable.Range(0, 4).Select(i => Plans.Case($"look{i}", new StepAction.Navigate("/"), new StepAction.ExpectTitle("Notes"))),
        ];
        var plan = Plans.Of(rig.Url, [facts.Element("p1.e1", "Note"), facts.Element("p1.e2", "Add")], cases);
        var selected = await rig.RunAsync(Stages.Select, new(
            Guid.Empty, await rig.StoreAsync(ArtifactKinds.TestPlan, plan), null, [.. cases.Select(c => c.Id)], new() { ShuffleSeed = seed }));

        var results = await RunAsync(rig, plan, selected.CaseIds);

        results.Select(r => r.CaseId).ShouldBe(selected.CaseIds);
        results.ShouldAllBe(r => r.Verdict == Verdict.Passed);
    }

    private static async Task<IReadOnlyList<CaseResult>> RunAsync(EngineRig rig, TestPlan plan, IReadOnlyList<string>? caseIds = null)
    {
        var output = await rig.RunAsync(Stages.Execute, new(
            Guid.Empty, await rig.StoreAsync(ArtifactKinds.TestPlan, plan), caseIds ?? [.. plan.Cases.Select(c => c.Id)], [], new(), ExecutionBackends.InProcess, null));
        return (await rig.LoadAsync<RunResults>(output.Results)).Cases;
    }
}
