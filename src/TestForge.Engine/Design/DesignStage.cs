using Microsoft.Extensions.Logging;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Design.Agents;
using TestForge.Engine.Design.Findings;
using TestForge.Engine.Design.Goals;
using TestForge.Engine.Design.Ranking;
using TestForge.Engine.Design.Trials;
using TestForge.Engine.Goals.Exploring;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Turns a site map into a plan of cases whose every expectation held in two visits to the live application.</summary>
internal sealed partial class DesignStage(
    IEnumerable<IDesignTechnique> techniques,
    BrowserHost browsers,
    SessionStates sessions,
    IArtifactStore artifacts,
    IRunEvents events,
    GoalExplorer explorer,
    AgentDesigner designer,
    ILogger<DesignStage> logger) : IStage<DesignInput, DesignOutput>
{
    // Some candidates will not prove themselves; this many more are tried so that the budget is used.
    private const double Reserve = 1.3;
    private const int LeastReserve = 12;

    // A look at a page takes a second or two, and pages of one site mostly share their faults.
    private const int MaxInspected = 24;

    // Fewer may each have a reason of its own.
    private const int LeastUnusable = 4;

    // A stop must leave time to write the report, so what hangs is left behind.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1.2);

    public async Task<DesignOutput> ExecuteAsync(DesignInput input, CancellationToken cancellationToken)
    {
        // The map is small and local: reading it is not worth giving up for a stop that keeps everything found.
        var site = await artifacts.GetJsonAsync<SiteMap>(input.SiteMap, CancellationToken.None);
        var context = new DesignContext(site, input.Seed, input.AllowDestructive, input.Session, input.Baselines is not null);
        var risks = new RiskScore(context);
        var worth = new CaseWorth(risks);
        var findings = PageFindings.Of(site).Concat(SecurityFindings.Of(site)).Concat(RoleFindings.Of(site)).ToArray();
        var candidates = techniques.SelectMany(t => t.Draft(context)).DistinctBy(d => d.Id).ToList();
        var drafts = new List<DraftState>();

        var goals = input.Goals is { Wanted.Count: > 0 } && context.Pages.Count > 0 ? new GoalDesign(explorer, events) : null;
        var agents = designer.Begin(context, input);

        TrialRoom? room = null;
        if (((candidates.Count > 0 && input.MaxTests > 0) || goals is not null || agents is not null) && !cancellationToken.IsCancellationRequested)
        {
            room = await OpenRoomAsync(context, input, cancellationToken);
            if (room is not null)
            {
                var runner = new TrialRunner(room, events, logger);
                var builder = new PlanBuilder(context, risks, worth, room);
                if (goals is not null)
                {
                    await StoppableAsync(goals.RunAsync(input, room, runner, cancellationToken), cancellationToken);
                    drafts.AddRange(goals.States);
                }

                while (Wave(candidates, drafts, worth, input.MaxTests) is { Count: > 0 } wave && !cancellationToken.IsCancellationRequested)
                {
                    drafts.AddRange(wave);
                    await StoppableAsync(runner.RunAsync(wave, cancellationToken), cancellationToken);
                    if (candidates.Count == 0 || Free(drafts, input.MaxTests) <= 0)
                    {
                        await RehearseAsync(builder, drafts, new(room, input.Seed), input.MaxTests, cancellationToken);
                    }
                }

                await RehearseAsync(builder, drafts, new(room, input.Seed), input.MaxTests, cancellationToken);
                if (agents is not null && !cancellationToken.IsCancellationRequested)
                {
                    await StoppableAsync(agents.RunAsync(runner, new(drafts), cancellationToken), cancellationToken);
                    drafts.AddRange(agents.States);
                    await RehearseAsync(builder, drafts, new(room, input.Seed), input.MaxTests, cancellationToken);
                }

                await InspectAsync(runner, candidates, cancellationToken);
            }
        }

        WarnOfUnusableControls(drafts);
        var interrupted = cancellationToken.IsCancellationRequested;
        var plan = new PlanBuilder(context, risks, worth, room).Build(drafts, findings, input.MaxTests, input.Session.Login, interrupted);
        if (input.Baselines is { } source && room is not null)
        {
            plan = plan with { Baselines = await new BaselineFolder(source, artifacts).KeepAsync(plan, room.Baselines) };
        }

        if (agents is not null)
        {
            plan = await agents.FinishAsync(plan, artifacts);
        }

        goals?.TellUnrepeatable();
        LogPlanned(plan.Cases.Count, drafts.Count, plan.Dropped.Count, plan.Findings.Count);
        var reference = await artifacts.PutJsonAsync(ArtifactKinds.TestPlan, plan, CancellationToken.None);
        return new(reference, [.. plan.Cases.Select(c => c.Id)], interrupted, plan.Application);
    }

    /// <summary>Faults of pages are worth telling, though the plan has no room for the cases that look for them.</summary>
    private static async Task InspectAsync(TrialRunner runner, List<CaseDraft> candidates, CancellationToken cancellationToken)
    {
        var pages = candidates.Where(c => c.Inspects).Select(c => c.PageId).Distinct().Take(MaxInspected).ToHashSet();
        var left = candidates.Where(c => c.Inspects && pages.Contains(c.PageId)).Select(c => new DraftState(c)).ToArray();
        if (left.Length > 0 && !cancellationToken.IsCancellationRequested)
        {
            await StoppableAsync(runner.InspectAsync(left, cancellationToken), cancellationToken);
        }
    }

    private static async Task RehearseAsync(PlanBuilder builder, List<DraftState> drafts, Rehearsal rehearsal, int maxTests, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && builder.Choose(drafts, maxTests).Where(s => !s.Rehearsed).ToArray() is { Length: > 0 } fresh)
        {
            await StoppableAsync(rehearsal.RunAsync(fresh, cancellationToken), cancellationToken);
        }
    }

    /// <summary>How many more cases the plan has room for.</summary>
    private static int Free(List<DraftState> tried, int maxTests) => maxTests - tried.Count(d => d is { IsConfirmed: true, Dropped: null });

    /// <summary>The best candidates not tried yet, as many as the plan still has room for and some that will not prove themselves.</summary>
    private static List<DraftState> Wave(List<CaseDraft> candidates, List<DraftState> tried, CaseWorth worth, int maxTests)
    {
        var room = Free(tried, maxTests);
        if (room <= 0)
        {
            return [];
        }

        var max = Math.Max(room + LeastReserve, (int)(room * Reserve));
        var chosen = FairSpread.Choose(candidates, d => (worth.Of(d), d.Technique, d.PageId, d.Feature.Id), max).ToHashSet();
        candidates.RemoveAll(chosen.Contains);
        return [.. chosen.Select(d => new DraftState(d))];
    }

    /// <summary>A plan without its clicks and forms still passes whole; that it lacks them must be said aloud.</summary>
    private void WarnOfUnusableControls(List<DraftState> drafts)
    {
        var acting = drafts.Where(d => d.Draft.Actions.Count > 1).ToArray();
        var unusable = acting.Where(d => d.Unusable).ToArray();
        if (unusable.Length >= LeastUnusable && unusable.Length * 2 > acting.Length)
        {
            events.Publish(new RunEvent.RunWarning(
                "design.controls_unusable",
                $"{unusable.Length} of {acting.Length} tests that use controls were left out, because the controls were there and could not be used. The first: {unusable[0].Dropped}"));
        }
    }

    private async Task<TrialRoom?> OpenRoomAsync(DesignContext context, DesignInput input, CancellationToken cancellationToken)
    {
        try
        {
            var state = await sessions.StorageStateAsync(input.Session, context.Site.Target, cancellationToken);
            return new(context, browsers, state);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task StoppableAsync(Task trials, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(() => stopped.SetResult());
        if (await Task.WhenAny(trials, stopped.Task) != trials)
        {
            await Task.WhenAny(trials, Task.Delay(StopLimit, CancellationToken.None));
            if (!trials.IsCompleted)
            {
                // Nobody waits for it any more; its failure is of no interest.
                _ = trials.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return;
            }
        }

        await trials;
    }

    [LoggerMessage(3000, LogLevel.Information, "Planned {Cases} cases of {Drafts} candidates; {Dropped} expectations left out, {Findings} findings")]
    private partial void LogPlanned(int cases, int drafts, int dropped, int findings);
}
