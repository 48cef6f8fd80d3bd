using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Drafts with the same actions: one visit serves them all.</summary>
internal sealed record TrialGroup(IReadOnlyList<DraftState> Drafts)
{
    public CaseDraft First => Drafts[0].Draft;

    public IReadOnlyList<TestStep> Actions => First.Actions;

    /// <summary>True when the page is only opened and looked at.</summary>
    public bool IsPageVisit => Actions.All(s => s.Action is StepAction.Navigate);

    public static IReadOnlyList<TrialGroup> Of(IEnumerable<DraftState> drafts) =>
        [.. drafts.GroupBy(d => (d.Draft.Anonymous, d.Draft.Probes.Any(p => p.Acts) ? d.Draft.Id : "", d.Draft.OnlyWhileInvalid, string.Join('\n', d.Draft.Actions.Select(a => a.Action.ToString()))))
            .Select(g => new TrialGroup([.. g]))
            // Pages first: they find the locators that the other cases use.
            .OrderBy(g => g.IsPageVisit ? 0 : 1)];
}
