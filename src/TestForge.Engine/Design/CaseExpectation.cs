using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Something that a designed case expects once its actions are done.</summary>
/// <param name="Kind">What is expected.</param>
/// <param name="PageId">The page that it leads to.</param>
/// <param name="ElementId">The element that is seen, or the field that is refused.</param>
/// <param name="Text">The words that are seen or not.</param>
internal sealed record CaseExpectation(ExpectationKind Kind, string? PageId = null, string? ElementId = null, string? Text = null)
{
    /// <summary>The expectation in words, after "that".</summary>
    public string In(DesignContext context) => Kind switch
    {
        ExpectationKind.LeadsTo => $"it leads to the {context.PageNames[PageId!]}",
        ExpectationKind.Stays => "it stays on the page",
        ExpectationKind.Refuses => ElementId is { } field ? $"the {context.ElementNames.GetValueOrDefault(field, "field")} is refused" : "what was entered is refused",
        ExpectationKind.Accepts => "what was entered is accepted and answered",
        ExpectationKind.Accessible => Phrases.Then(context, new StepAction.ExpectAccessible([], [])).Text,
        ExpectationKind.ShowsElement => Phrases.Then(context, new StepAction.ExpectVisible(ElementId!)).Text,
        ExpectationKind.Shows => Phrases.Then(context, new StepAction.ExpectPageText(Text!)).Text,
        _ => Phrases.Then(context, new StepAction.ExpectNoPageText(Text!)).Text,
    };
}
