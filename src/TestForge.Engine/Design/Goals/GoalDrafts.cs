using TestForge.Engine.Design.Naming;
using TestForge.Engine.Design.Trials;
using TestForge.Engine.Goals.Exploring;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Goals;

/// <summary>Writes a way to a goal as the draft of a case. Its elements enter the plan as they looked when they were used; locators are found when it is tried.</summary>
internal sealed class GoalDrafts(DesignContext context)
{
    public const string Technique = "goal";

    private readonly HashSet<string> _ids = [];

    public CaseDraft Of(TestGoal goal, IReadOnlyList<TrailItem> items)
    {
        var id = Slug.Unique($"goal-{Slug.Of(goal.Title, 60)}", _ids);
        var last = items.Index().LastOrDefault(i => i.Item.Step is not null).Index;
        var actions = new List<TestStep>();
        var elements = new GoalElements(context, id);
        foreach (var (i, item) in items.Take(last + 1).Index())
        {
            if (item.Proof is { } proof)
            {
                actions.Add(Phrases.Then(context, proof));
                continue;
            }

            var step = item.Step!;
            actions.Add(i == 0 ? new(StepKeyword.Given, Opened(step), new StepAction.Navigate(step.Value!)) : elements.StepOf(step));

            // What is done next is done on the page that this has led to, and not a moment before.
            if (i > 0 && i < last && step.From != step.To && step.Kind != LiveActKind.Open && Arrival(step.To) is { } arrival)
            {
                actions.Add(Phrases.Then(context, arrival));
            }
        }

        return Draft(goal, id) with
        {
            Actions = actions,
            OtherPageIds = [.. elements.PageIds],
            Probes = [new Probe.Proves([.. items.Skip(last + 1).Select(i => i.Proof!)])],
        };
    }

    /// <summary>Stands in the plan's list of what was left out.</summary>
    public CaseDraft Unreached(TestGoal goal) => Draft(goal, Slug.Unique($"goal-{Slug.Of(goal.Title, 60)}", _ids));

    private CaseDraft Draft(TestGoal goal, string id)
    {
        var start = context.Pages[0];
        return new()
        {
            Id = id,
            Title = goal.Title.Split('\n')[0],
            Feature = new($"goals-{Slug.Of(goal.Feature)}", goal.Feature, "What people want to be possible, as they have said it. A failure here means that it no longer is."),
            Technique = Technique,
            Why = $"Somebody asked for it ({goal.Source}). It was found by exploring and runs without a model.",
            PageId = start.Id,
            Likelihood = 1,
            Value = 1,
            Anonymous = goal.SignedOut,
            Actions = [Phrases.GivenOn(context, start)],
            Probes = [],
        };
    }

    private string Opened(LiveStep step) => context.Pages.FirstOrDefault(p => context.PathOf(p) == step.Value) is { } page ? Phrases.GivenOn(context, page).Text : $"I open {Phrases.Quoted(step.Value!)}";

    private static StepAction? Arrival(string path) => path.Contains('#', StringComparison.Ordinal) && path.Contains('?', StringComparison.Ordinal) ? null : AddressCheck.Of(path);
}
