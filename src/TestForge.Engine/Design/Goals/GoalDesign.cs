using System.Collections.Concurrent;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Design.Trials;
using TestForge.Engine.Goals.Exploring;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Goals;

/// <summary>Makes cases of goals: explores for each, then proves what was found in two fresh visits without a model, before the next is begun.</summary>
internal sealed class GoalDesign(GoalExplorer explorer, IRunEvents events)
{
    private const int MaxPagesTold = 60;

    private readonly ConcurrentQueue<(GoalTrail Trail, DraftState State)> _made = [];

    /// <summary>What became of the goals so far, fit to be put into a plan.</summary>
    public IReadOnlyList<DraftState> States => [.. _made.Select(m => m.State)];

    /// <summary>Goes through the goals until the token is cancelled; those that are done by then are kept.</summary>
    public async Task RunAsync(DesignInput input, TrialRoom room, TrialRunner runner, CancellationToken cancellationToken)
    {
        var goals = input.Goals!;
        var drafts = new GoalDrafts(room.Context);
        var settings = new GoalSettings(PageOptions(input, room), goals.Limits, SiteOf(room.Context));
        try
        {
            foreach (var goal in goals.Wanted)
            {
                var trail = await explorer.ExploreAsync(goal, settings, cancellationToken);
                if (trail.Reached)
                {
                    events.Publish(new RunEvent.GoalReached(goal.Title, trail.Tried));
                    _made.Enqueue((trail, await ProvedAsync(trail, drafts, runner, cancellationToken)));
                    continue;
                }

                var state = new DraftState(drafts.Unreached(goal));
                state.Drop(Told(trail));
                _made.Enqueue((trail, state));
                events.Publish(new RunEvent.RunWarning(trail.Code!, $"{goal.Source}: no test was made for \"{goal.Title}\". {Told(trail)}"));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was found until now is kept.
        }
    }

    /// <summary>Says which goals were reached once and not again, when all that could be tried has been.</summary>
    public void TellUnrepeatable()
    {
        foreach (var (trail, state) in _made.Where(m => m.Trail.Reached && m.State.Dropped is not null))
        {
            events.Publish(new RunEvent.RunWarning(
                GoalCodes.NotRepeatable,
                $"{trail.Goal.Source}: \"{trail.Goal.Title}\" was reached in {trail.Tried} steps and could not be repeated without a model, so no test was made. {state.Dropped}"));
        }
    }

    /// <summary>The short way first; where it does not hold, the way as it was gone.</summary>
    private static async Task<DraftState> ProvedAsync(GoalTrail trail, GoalDrafts drafts, TrialRunner runner, CancellationToken cancellationToken)
    {
        var least = TrailMinimiser.Minimise(trail.Items);
        IReadOnlyList<TrailItem> whole = [.. trail.Items.Where(i => i.Step?.Kind != LiveActKind.Scroll)];
        var state = new DraftState(drafts.Of(trail.Goal, least));
        await runner.RunAsync([state], cancellationToken);
        if (state.Dropped is null || least.Count == whole.Count || cancellationToken.IsCancellationRequested)
        {
            return state;
        }

        var second = new DraftState(drafts.Of(trail.Goal, whole));
        await runner.RunAsync([second], cancellationToken);
        return second;
    }

    private static string Told(GoalTrail trail) => trail.Code == GoalCodes.NeedsModel
        ? trail.Reason!
        : $"It was not reached after {trail.Tried} {(trail.Tried == 1 ? "step" : "steps")}, at {trail.LastPath}: {trail.Reason!.TrimEnd('.')}.";

    private static LivePageOptions PageOptions(DesignInput input, TrialRoom room) => new()
    {
        Target = room.Context.Site.Target,
        StartPath = room.Context.PathOf(room.Context.Pages[0]),
        Scope = input.Goals!.Scope,
        StorageState = room.StorageState,
        AllowDestructive = input.AllowDestructive,
        Forbidden = print => room.Context.SignedIn && SignOutWords.Name(print),
        Seed = input.Seed,
        Consent = room.Context.Site.Consent,
    };

    private static PageData SiteOf(DesignContext context) => new(
        "pages of the application",
        string.Join('\n', context.TypicalPages.Take(MaxPagesTold).Select(p => $"{context.PathOf(p)} {context.PageNames[p.Id]}")));
}
