using TestForge.Engine.Design.Agents.Grounding;
using TestForge.Engine.Design.Findings;
using TestForge.Engine.Design.Goals;
using TestForge.Engine.Design.Naming;
using TestForge.Engine.Design.Ranking;
using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Puts the cases that proved themselves into a plan.</summary>
internal sealed class PlanBuilder(DesignContext context, RiskScore risks, CaseWorth worth, TrialRoom? room)
{
    public TestPlan Build(IReadOnlyList<DraftState> states, IEnumerable<Finding> siteFindings, int maxTests, LoginSpec? login, bool interrupted)
    {
        var dropped = new List<DroppedExpectation>();
        foreach (var state in states)
        {
            // A trial that was left behind by a stop may still be writing to the others.
            if (interrupted && !state.IsConfirmed)
            {
                continue;
            }

            Judge(state);
            dropped.AddRange(state.Left);
            if (state.Dropped is { } reason)
            {
                dropped.Add(new(state.Draft.Title, "the whole case", reason));
            }
        }

        var chosen = Spread(states, maxTests);
        var cases = Cases(chosen);
        var features = chosen.Select(s => s.Draft.Feature).GroupBy(f => f.Id).Select(g => g.First()).ToArray();
        var elements = cases.SelectMany(c => c.Steps).SelectMany(s => new[] { s.Action.Element, s.Action.OtherElement }).OfType<string>().Distinct().ToArray();
        var pageIds = cases.SelectMany(c => c.PageIds).Concat(elements.Select(context.PageOf)).ToHashSet();
        var findings = siteFindings.Concat(room is null ? [] : TrialFindings.Of(context, room.Log));
        var plan = new TestPlan
        {
            Target = context.Site.Target,
            Features = features,
            Cases = cases,
            Pages = [.. context.Pages.Where(p => pageIds.Contains(p.Id)).Select(p => new PlanPage(p.Id, context.PageNames[p.Id], context.PathOf(p)))],
            Elements = [.. elements.Select(id => new PlanElement(id, context.PageOf(id), context.ElementNames[id], room!.Book.Specs[id], room.Book.Print(id)))],
            Dropped = [.. dropped.Distinct()],
            Findings = [.. findings.GroupBy(f => f.Id).Select(g => g.First()).OrderByDescending(f => f.Severity).ThenBy(f => f.Id, StringComparer.Ordinal)],
            Login = login,
            Consent = context.Site.Consent,
            Interrupted = interrupted,
        };
        PlanValidator.Validate(plan);
        return plan;
    }

    /// <summary>The cases that the plan would have now.</summary>
    public IReadOnlyList<DraftState> Choose(IReadOnlyList<DraftState> states, int maxTests)
    {
        foreach (var state in states)
        {
            Judge(state);
        }

        return Spread(states, maxTests);
    }

    /// <summary>What somebody asked for has its place; the rest shares what is left.</summary>
    private IReadOnlyList<DraftState> Spread(IReadOnlyList<DraftState> states, int maxTests)
    {
        var distinct = Distinct(states.Where(s => s is { IsConfirmed: true, Dropped: null })).ToLookup(s => s.Draft.Technique == GoalDrafts.Technique);
        var asked = distinct[true].ToArray();
        return [.. asked, .. FairSpread.Choose([.. distinct[false]], s => (worth.Of(s.Draft), s.Draft.Technique, s.Draft.PageId, s.Draft.Feature.Id), Math.Max(0, maxTests - asked.Length))];
    }

    /// <summary>Takes back what rests on an element that was not the same in the second visit.</summary>
    private void Judge(DraftState state)
    {
        if (room is null || !state.IsConfirmed)
        {
            return;
        }

        foreach (var id in state.Draft.Actions.Select(s => s.Action.Element).OfType<string>())
        {
            if (room.Book.Lost(id) is { } lost)
            {
                state.Drop($"The {context.ElementNames[id]} is not found reliably: {lost}.");
            }
        }

        LeaveOwn(state);
        foreach (var step in state.Confirmed.Where(s => s.Action is StepAction.ExpectPageText t && !state.Required.Contains(s) && room.Log.Standing.Has(state.Draft.PageId, t.Text)).ToArray())
        {
            state.Confirmed.Remove(step);
            state.Leave(step.Text, "Another visit saw the text on the page without the action.");
        }

        foreach (var step in state.Confirmed.Where(s => s.Action.Element is { } id && room.Book.Lost(id) is not null).ToArray())
        {
            state.Confirmed.Remove(step);
            state.Leave(step.Text, room.Book.Lost(step.Action.Element!)!);
        }

        if (state.Required.Find(r => !state.Confirmed.Contains(r)) is { } required)
        {
            state.Drop($"What the case is for did not hold again: {required.Text}.");
        }

        if (state.Dropped is null && !state.Confirmed.Exists(s => s.Action.IsCheck))
        {
            state.Drop("No expectation held in both visits.");
        }
    }

    /// <summary>What a page shows of the visitor's own list is expected only by cases that fill the list themselves.</summary>
    private void LeaveOwn(DraftState state)
    {
        if (state.Draft.Probes.Any(p => p is Probe.Journey or Probe.Withdrawal) || !room!.Log.OwnPages.ContainsKey(context.PathOf(context.Page(state.Draft.PageId)).Split('?', '#')[0]))
        {
            return;
        }

        const string reason = "The page shows what visitors have put together, which other cases change.";
        if (state.Draft.Actions.Any(s => IsOwn(s, state.Draft.PageId)))
        {
            state.Drop(reason);
            return;
        }

        foreach (var step in state.Confirmed.Where(s => IsOwn(s, state.Draft.PageId)).ToArray())
        {
            state.Confirmed.Remove(step);
            state.Leave(step.Text, reason);
        }
    }

    private bool IsOwn(TestStep step, string pageId) =>
        step.Action.Element is { } id && context.PageOf(id) == pageId && context.Element(id)?.Print is { Tag: not "h1", Landmark: not ("navigation" or "banner" or "contentinfo") };

    /// <summary>Cases that do and expect the same are one case.</summary>
    private List<DraftState> Distinct(IEnumerable<DraftState> states) =>
        [.. states.GroupBy(s => (s.Draft.Anonymous, string.Join('\n', s.Draft.Actions.Concat(s.Confirmed).Select(x => Key(x.Action)))))
            .Select(g => g.OrderBy(s => s.Draft.Technique == AgentDrafts.Technique ? 1 : 0).ThenByDescending(s => risks.Of(s.Draft)).First())];

    // Lists compare by reference inside records, so their content is written out.
    private static string Key(StepAction action) => System.Text.Json.JsonSerializer.Serialize(action, ArtifactJson.Compact);

    private List<TestCase> Cases(IReadOnlyList<DraftState> chosen)
    {
        var ids = new HashSet<string>();
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var cases = new List<TestCase>();
        foreach (var state in chosen.OrderByDescending(s => risks.Of(s.Draft)).ThenBy(s => s.Draft.Id, StringComparer.Ordinal))
        {
            var draft = state.Draft;
            cases.Add(new()
            {
                Id = Slug.Unique(Slug.Of(draft.Id, 100), ids),
                Title = Title(draft, titles),
                FeatureId = draft.Feature.Id,
                Technique = draft.Technique,
                Risk = risks.Of(draft),
                Why = draft.Why,
                PageIds = [.. draft.Pages],
                Tags = [.. draft.Tags.Prepend(draft.Technique).Distinct()],
                Anonymous = draft.Anonymous,
                Steps = Used([.. draft.Actions, .. state.Confirmed]),
            });
        }

        return cases;
    }

    /// <summary>Leaves out what is noted and never used again.</summary>
    private List<TestStep> Used(List<TestStep> steps)
    {
        // A locator may look for what was noted too.
        var locators = steps.Select(s => s.Action.Element).OfType<string>().Distinct().Select(id => room!.Book.Specs[id].ToString());
        var later = string.Join('\n', steps.Where(s => s.Action is not StepAction.Note).Select(s => Key(s.Action)).Concat(locators));
        steps.RemoveAll(s => s.Action is StepAction.Note n
            && !later.Contains(Steps.CaseValues.NotedReference(n.Name), StringComparison.Ordinal) && !steps.Exists(x => x.Action is StepAction.ExpectChanged c && c.Name == n.Name));
        return steps;
    }

    private string Title(CaseDraft draft, HashSet<string> titles)
    {
        if (titles.Add(draft.Title))
        {
            return draft.Title;
        }

        var title = $"{draft.Title} ({context.PageNames[draft.PageId]})";
        for (var i = 2; !titles.Add(title); i++)
        {
            title = $"{draft.Title} ({context.PageNames[draft.PageId]}, {i})";
        }

        return title;
    }
}
