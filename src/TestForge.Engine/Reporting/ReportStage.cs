using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.History;
using TestForge.Engine.Reporting.Insights;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting;

/// <summary>Makes the report of a run from whatever its stages left, and writes it in every format.</summary>
internal sealed partial class ReportStage(
    IArtifactStore store,
    IEnumerable<IReportWriter> writers,
    LookReader looks,
    InsightWriter insights,
    RunSpending spending,
    IRunEvents events,
    IOptions<ReportingOptions> options,
    TimeProvider time,
    ILogger<ReportStage> logger) : IStage<ReportInput, ReportOutput>
{
    private const string ResultsFile = "results.json";

    /// <summary>A page may have thousands of elements, and nobody reads more comparisons than these.</summary>
    private const int MaxFacts = 30;

    private readonly FrozenDictionary<string, IReportWriter> _writers = ByName(writers);

    public async Task<ReportOutput> ExecuteAsync(ReportInput input, CancellationToken cancellationToken)
    {
        var material = await ReadAsync(input, cancellationToken);
        var report = ReportBuilder.Build(material);
        report = report with { Insights = await insights.WriteAsync(report, cancellationToken) };

        // Last, so that what the insights cost is told too.
        report = report with { Spending = ReportSpending.Of(await spending.ReadAsync(cancellationToken)) };
        var files = new SortedDictionary<string, ArtifactRef>(StringComparer.Ordinal);
        if (material.Results.Count > 0)
        {
            // The report can be made again from this file alone.
            files[ResultsFile] = await store.PutJsonAsync(ArtifactKinds.RunResults, RunResults.Merge(material.Results, input.Heals) with { Excess = material.Excess }, cancellationToken);
        }

        foreach (var writer in _writers.Values.Where(w => !w.OnlyWhenAsked || input.Exports?.Contains(w.Name) == true).OrderBy(w => w.Name, StringComparer.Ordinal))
        {
            var written = await writer.WriteAsync(report, cancellationToken);
            foreach (var file in written)
            {
                files[file.Name] = file.Stored ?? await store.PutAsync(file.Kind, file.Content, cancellationToken);
            }

            if (written.Count == 0)
            {
                LogLeftOut(writer.Name, input.RunId);
            }
        }

        await RememberAsync(report, cancellationToken);
        return new(Summarise(report), files);
    }

    /// <summary>Pages as they were when an element was not found. One that is gone or unreadable leaves out a comparison, not the report.</summary>
    private async Task<IReadOnlyDictionary<string, PageFacts>> FactsAsync(IReadOnlyList<RunResults> results, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<string, PageFacts>(StringComparer.Ordinal);
        foreach (var kept in results.SelectMany(r => r.Cases).Where(c => c.Verdict == Verdict.Failed).SelectMany(c => c.Attempts)
            .Select(a => a.Failure?.PageFacts).OfType<ArtifactRef>().DistinctBy(r => r.Sha256).Take(MaxFacts))
        {
            try
            {
                facts[kept.Sha256] = await store.GetJsonAsync<PageFacts>(kept, cancellationToken);
            }
            catch (StageException)
            {
            }
        }

        return facts;
    }

    /// <summary>A plan may have come from another machine without it; that leaves out a section, not the report.</summary>
    private async Task<ApplicationModel?> ApplicationAsync(ArtifactRef? reference, CancellationToken cancellationToken)
    {
        try
        {
            return reference is null ? null : await store.ReadAsync<ApplicationModel>(reference, ApplicationModel.CurrentVersion, a => a.Version, cancellationToken);
        }
        catch (StageException e)
        {
            events.Publish(new RunEvent.RunWarning(e.Code, e.Message));
            return null;
        }
    }

    private HistoryFile? History => options.Value.HistoryFile is { } path ? new(path) : null;

    /// <summary>A history that cannot be used takes from the report what it compares, and nothing else.</summary>
    private async Task<IReadOnlyList<HistoryRecord>?> RecallAsync(CancellationToken cancellationToken)
    {
        try
        {
            return History is { } history ? await history.ReadAsync(cancellationToken) : null;
        }
        catch (StageException e)
        {
            events.Publish(new RunEvent.RunWarning(e.Code, e.Message));
            return null;
        }
    }

    private async Task RememberAsync(RunReport report, CancellationToken cancellationToken)
    {
        // Without a comparison the history could not be read, which has been said.
        if (History is { } history && report is { History: not null, Totals.Ran: > 0 })
        {
            try
            {
                await history.AppendAsync(HistoryRecords.Of(report), cancellationToken);
            }
            catch (StageException e)
            {
                events.Publish(new RunEvent.RunWarning(e.Code, e.Message));
            }
        }
    }

    private async Task<RunMaterial> ReadAsync(ReportInput input, CancellationToken cancellationToken)
    {
        List<RunResults> results = [];
        // A replayed batch may be listed twice; its attempts happened once.
        foreach (var reference in input.Results.Distinct())
        {
            results.Add(await store.ReadAsync<RunResults>(reference, RunResults.CurrentVersion, r => r.Version, cancellationToken));
        }

        var plan = input.Plan is null ? null : await store.ReadAsync<TestPlan>(input.Plan, TestPlan.CurrentVersion, p => p.Version, cancellationToken);
        return new()
        {
            Input = input,
            Now = time.GetUtcNow(),
            ProductVersion = typeof(ReportStage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0",
            Site = input.SiteMap is null ? null : await store.ReadAsync<SiteMap>(input.SiteMap, SiteMap.CurrentVersion, s => s.Version, cancellationToken),
            Plan = plan,
            Application = await ApplicationAsync(plan?.Application, cancellationToken),
            Results = results,
            Facts = await FactsAsync(results, cancellationToken),
            Looks = await looks.ReadAsync(results.SelectMany(r => r.Cases).SelectMany(c => c.Attempts), cancellationToken),
            Remembered = await RecallAsync(cancellationToken),
        };
    }

    private static RunSummary Summarise(RunReport r) => new(
        r.RunId, r.Totals.Pages, r.Totals.Passed, r.Totals.Failed, r.Totals.Flaky, r.Totals.Healed, r.Totals.NotRun, r.Totals.Findings, r.Health.Score, r.Interrupted, r.Totals.Quarantined, r.Gates.Count == 0 ? null : r.Gates, r.HealExcess, SpendingOf(r.Spending));

    private static ModelSpending? SpendingOf(ReportSpending? spent) =>
        spent is null ? null : new(spent.Model, spent.Calls, spent.Kept, spent.Usd, spent.SavedUsd, spent.Tokens, spent.WhyOff);

    private static FrozenDictionary<string, IReportWriter> ByName(IEnumerable<IReportWriter> writers)
    {
        var byName = new Dictionary<string, IReportWriter>(StringComparer.Ordinal);
        foreach (var writer in writers)
        {
            if (!byName.TryAdd(writer.Name, writer))
            {
                throw new InvalidOperationException($"Two report writers are called '{writer.Name}'; each needs a name of its own.");
            }
        }

        return byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [LoggerMessage(EventId = 6001, Level = LogLevel.Warning, Message = "The report of run {RunId} as {Format} was left out: it could not be made now")]
    private partial void LogLeftOut(string format, Guid runId);
}
