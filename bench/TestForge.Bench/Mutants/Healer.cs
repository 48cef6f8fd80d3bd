using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Bench.Mutants;

/// <summary>The product's own browser and healing, as its services are put together for a run.</summary>
internal sealed class Healer : IAsyncDisposable, IRunEvents
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-bench-").FullName;
    private readonly Uri _target;
    private readonly ServiceProvider _services;
    private int _pages;

    public Healer(Uri target)
    {
        _target = target;
        var services = new ServiceCollection();
        services.Configure<BrowserOptions>(o => o.Target = target);
        services.AddSingleton<IArtifactStore>(new FolderArtifactStore(_folder));
        services.AddSingleton<IRunEvents>(this);
        services.Configure<FingerprintOptions>(o => o.File = Path.Combine(_folder, "bench.prints"));
        services.AddEngine();
        _services = services.BuildServiceProvider();
    }

    public Task<BrowserSession> OpenAsync(CancellationToken cancellationToken) =>
        BrowserSession.OpenAsync(_services.GetRequiredService<BrowserHost>(), new(), cancellationToken);

    /// <summary>Elements as a plan knows them. Only the locator of the one to heal matters.</summary>
    public static PlanElement Planned(ElementFingerprint print, int number, LocatorSpec? locator = null) =>
        new($"p1.e{number}", "p1", print.Name.Length > 0 ? print.Name : $"{print.Tag} {number}", locator ?? LocatorCandidates.For(print)[0].Locator, print);

    /// <summary>Heals one element of a plan. The time is that of the whole stage: reading what was stored, deciding, writing a locator.</summary>
    /// <param name="element">The element.</param>
    /// <param name="known">The elements that the plan knows.</param>
    /// <param name="seen">What was on the page when a case last passed on it; none when none has.</param>
    /// <param name="facts">The page as it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(HealRecord Record, double Milliseconds)> HealAsync(
        PlanElement element, IReadOnlyList<PlanElement> known, IReadOnlyList<ElementFingerprint> seen, PageFacts facts, CancellationToken cancellationToken)
    {
        var plan = new TestPlan
        {
            Target = _target,
            Features = [new("all", "All", "Everything.")],
            Cases = [new() { Id = "c", Title = "c", FeatureId = "all", Technique = "bench", Steps = [new(StepKeyword.When, "It is used", new StepAction.Click(element.Id))] }],
            Pages = [new("p1", "Page", $"/{_pages++}")],
            Elements = known,
        };
        if (seen.Count > 0)
        {
            var book = _services.GetRequiredService<FingerprintBook>();
            await book.LoadAsync(cancellationToken);
            var sight = new CaseSight();
            sight.Pages["p1"] = seen;
            book.Passed(plan, plan.Cases[0], sight);
        }

        var store = _services.GetRequiredService<IArtifactStore>();
        var stored = await store.PutJsonAsync(ArtifactKinds.TestPlan, plan, cancellationToken);
        var now = await store.PutJsonAsync(ArtifactKinds.PageFacts, facts, cancellationToken);
        await using var scope = _services.CreateAsyncScope();
        var stage = scope.ServiceProvider.GetRequiredService<IStage<HealInput, HealOutput>>();
        var started = Stopwatch.GetTimestamp();
        var output = await stage.ExecuteAsync(new(Guid.Empty, stored, element.Id, now, ["c"]), cancellationToken);
        return (output.Record, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public void Publish(RunEvent runEvent)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
