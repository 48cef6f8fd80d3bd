namespace TestForge.Pipeline;

/// <summary>The order of stages in a run. This code is replayed by Temporal, so it only decides; stages do.</summary>
public static class RunPlan
{
    public static async Task<RunSummary> ExecuteAsync(RunInput run, IPipelineHost host)
    {
        var planned = run.Planned;
        if (planned is null)
        {
            var site = await host.RunAsync(Stages.Discover, new(run.RunId, run.Target, run.Limits, run.Scope, run.Session, run.Seed, run.Roles));
            if (site.Interrupted || site.Pages == 0)
            {
                return await ReportAsync(run, host, site.SiteMap, plan: null, [], [], site.Interrupted);
            }

            var design = await host.RunAsync(
                Stages.Design,
                new(run.RunId, site.SiteMap, run.Session, run.MaxTests, run.Seed, run.Limits.AllowDestructive, run.Baselines, GoalsOf(run), run.Agents));
            planned = new(site.SiteMap, design.Plan, design.CaseIds);
            if (design.Interrupted)
            {
                return await ReportAsync(run, host, planned.SiteMap, planned.Plan, [], [], interrupted: true);
            }
        }

        var scripts = await host.RunAsync(Stages.Script, new(run.RunId, planned.Plan, run.Languages, []));
        var executed = await ExecuteCasesAsync(run, planned with { TypeScript = scripts.Find(ScriptLanguage.TypeScript) }, host);
        return await ReportAsync(run, host, planned.SiteMap, executed.Plan, executed.Results, executed.Heals, executed.Interrupted, executed.Excess);
    }

    /// <summary>Runs the cases of a plan and heals what drifted, without exploring, designing or reporting.</summary>
    public static Task<ExecutedCases> ExecuteCasesAsync(RunInput run, PlannedRun planned, IPipelineHost host) =>
        new CaseExecution(run, planned, host).RunAsync();

    private static GoalInput? GoalsOf(RunInput run) => run.Goals.Count == 0 ? null : new(run.Goals, run.GoalLimits, run.Scope);

    private static async Task<RunSummary> ReportAsync(
        RunInput run,
        IPipelineHost host,
        ArtifactRef? siteMap,
        ArtifactRef? plan,
        IReadOnlyList<ArtifactRef> results,
        IReadOnlyList<HealRecord> heals,
        bool interrupted,
        HealExcess? excess = null)
    {
        var report = await host.RunAsync(
            Stages.Report,
            new(run.RunId, run.Target, run.StartedAt, siteMap, plan, results, heals, interrupted, run.Exports, run.Gates, excess));
        return report.Summary;
    }
}
