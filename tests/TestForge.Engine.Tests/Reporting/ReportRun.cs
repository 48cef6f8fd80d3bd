using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Claude;
using TestForge.Engine.Reporting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>What a run left behind, and the report stage over it, wired as the product wires it.</summary>
internal sealed class ReportRun
{
    public static readonly DateTimeOffset Started = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    public MemoryStore Store { get; init; } = new();
    public Uri Target { get; init; } = new("https://shop.example/");
    public SiteMap? Site { get; set; }
    public TestPlan? Plan { get; set; }
    public List<RunResults> Results { get; } = [];
    public List<HealRecord> Heals { get; } = [];
    public bool Interrupted { get; set; }
    public DateTimeOffset StartedAt { get; set; } = Started;
    public string? History { get; set; }
    public string? BaselineFolder { get; set; }
    public List<string> Exports { get; } = [];
    public List<string> Gates { get; } = [];
    public List<string> Warnings { get; } = [];
    public TimeProvider? Clock { get; set; }

    /// <summary>How the language model is reached; none by default.</summary>
    public Action<ClaudeOptions> Claude { get; set; } = _ => { };
    public int InsightSeconds { get; set; } = 90;
    public IPdfPrinter Printer { get; set; } = new NoPrinter();

    public Task<ReportOutput> ReportAsync() => StageAsync(new(
        new("0193b1d2-5b1e-7c3a-9f00-2a6d1c5e8f11"),
        Target,
        StartedAt,
        Site is null ? null : Store.PutJson(ArtifactKinds.SiteMap, Site),
        Plan is null ? null : Store.PutJson(ArtifactKinds.TestPlan, Plan),
        [.. Results.Select(r => Store.PutJson(ArtifactKinds.RunResults, r))],
        Heals,
        Interrupted,
        Exports,
        Gates));

    public async Task<ReportOutput> StageAsync(ReportInput input)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock ?? new FakeTimeProvider(StartedAt.AddMinutes(4)))
            .AddSingleton<IArtifactStore>(Store)
            .AddSingleton(Printer)
            .AddSingleton<IRunEvents>(new Heard(Warnings))
            .Configure<ReportingOptions>(o => (o.HistoryFile, o.BaselineFolder, o.InsightSeconds) = (History, BaselineFolder, InsightSeconds))
            .Configure(Claude)
            .AddReporting()
            .BuildServiceProvider();
        return await services.GetRequiredService<IStage<ReportInput, ReportOutput>>().ExecuteAsync(input, TestContext.Current.CancellationToken);
    }

    public async Task<string> TextAsync(string file)
    {
        var output = await ReportAsync();
        return System.Text.Encoding.UTF8.GetString(Store.Bytes(output.Files[file]));
    }

    private sealed class Heard(List<string> warnings) : IRunEvents
    {
        public void Publish(RunEvent runEvent)
        {
            if (runEvent is RunEvent.RunWarning warning)
            {
                warnings.Add(warning.Code);
            }
        }
    }

    private sealed class NoPrinter : IPdfPrinter
    {
        public Task<byte[]?> PrintAsync(string html, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
    }
}
