using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Commands;

/// <summary>Stages that answer at once, so that the commands around them can be tested without a browser.</summary>
internal sealed class FakeStages
{
    public int Pages { get; set; } = 2;

    public Verdict Verdict { get; set; } = Verdict.Passed;

    /// <summary>A stage that fails instead of answering.</summary>
    public string? Failing { get; set; }

    /// <summary>What design learns of the application, as with a language model.</summary>
    public ApplicationModel? Application { get; set; }

    /// <summary>Called when execution begins.</summary>
    public Action OnExecute { get; set; } = () => { };

    public List<object> Inputs { get; } = [];

    public void Register(IServiceCollection services)
    {
        Add<DiscoverInput, DiscoverOutput>(services, async (input, artifacts, events, _) =>
        {
            events.Publish(new RunEvent.PageVisited(input.Target.AbsoluteUri, "ok", Pages, 0));
            if (Pages == 0)
            {
                events.Publish(new RunEvent.RunWarning("target.unusable", "nobody home"));
            }

            var map = new SiteMap { Target = input.Target, Pages = [], Transitions = [], Skipped = [], Stats = new(1, 0, 0, 1) };
            return new(await PutAsync(artifacts, ArtifactKinds.SiteMap, map), Pages, Interrupted: false);
        });
        Add<DesignInput, DesignOutput>(services, async (_, artifacts, _, _) =>
        {
            var application = Application is null ? null : await PutAsync(artifacts, ArtifactKinds.Application, Application);
            return new(await PutAsync(artifacts, ArtifactKinds.TestPlan, Plan() with { Application = application }), ["c1"], false, application);
        });
        Add<ScriptInput, ScriptOutput>(services, async (input, artifacts, _, _) =>
        {
            var project = new ScriptProject(ScriptLanguage.TypeScript, new Dictionary<string, string> { ["package.json"] = "{}" });
            return new([new(ScriptLanguage.TypeScript, await PutAsync(artifacts, ArtifactKinds.ScriptProject, project))], new Dictionary<string, ArtifactRef>(), input.Plan);
        });
        Add<ExecuteInput, ExecuteOutput>(services, async (input, artifacts, events, stop) =>
        {
            OnExecute();
            events.Publish(new RunEvent.CasesPlanned(1));
            if (!stop.IsCancellationRequested)
            {
                events.Publish(new RunEvent.CaseFinished("c1", "Home [red]opens[/]", Verdict, 5, Verdict == Verdict.Failed ? "blank" : null));
            }

            var results = new RunResults { Backend = input.Backend, Cases = [new("c1", Verdict, [])] };
            return new(await PutAsync(artifacts, ArtifactKinds.RunResults, results), [new("c1", Verdict)], stop.IsCancellationRequested);
        });
        Add<ReportInput, ReportOutput>(services, async (input, artifacts, _, _) =>
        {
            var html = await artifacts.PutAsync(ArtifactKinds.ReportHtml, "<html></html>"u8.ToArray(), CancellationToken.None);
            var ran = input.Results.Count > 0;
            var summary = new RunSummary(
                input.RunId, Pages, ran && Verdict == Verdict.Passed ? 1 : 0, ran && Verdict == Verdict.Failed ? 1 : 0, 0, ran && Verdict == Verdict.Healed ? 1 : 0, 0, 1, 90, input.Interrupted);
            return new(summary, new Dictionary<string, ArtifactRef> { ["report.html"] = html });
        });
    }

    private static TestPlan Plan() => new()
    {
        Target = new("https://shop.example/"),
        Features = [],
        Cases = [new() { Id = "c1", Title = "Home opens", FeatureId = "f", Technique = "smoke", Steps = [] }],
        Pages = [],
        Elements = [],
        Findings = [new("x-1", FindingCategory.Security, FindingSeverity.Serious, "No header", "", [])],
    };

    private static Task<ArtifactRef> PutAsync<T>(IArtifactStore artifacts, string kind, T value) =>
        artifacts.PutAsync(kind, JsonSerializer.SerializeToUtf8Bytes(value, ArtifactJson.Indented), CancellationToken.None);

    private void Add<TInput, TOutput>(IServiceCollection services, Func<TInput, IArtifactStore, IRunEvents, CancellationToken, Task<TOutput>> answer)
        where TInput : notnull =>
        services.AddScoped<IStage<TInput, TOutput>>(provider => new Stage<TInput, TOutput>(input =>
        {
            Inputs.Add(input);
            return Failing is { } code && typeof(TInput).Name.StartsWith(code.Split('.')[0], StringComparison.OrdinalIgnoreCase)
                ? throw new StageException("browser.not_found", "No Chromium.", retryable: false)
                : token => answer(input, provider.GetRequiredService<IArtifactStore>(), provider.GetRequiredService<IRunEvents>(), token);
        }));

    private sealed class Stage<TInput, TOutput>(Func<TInput, Func<CancellationToken, Task<TOutput>>> prepare) : IStage<TInput, TOutput>
    {
        public Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancellationToken) => prepare(input)(cancellationToken);
    }
}
