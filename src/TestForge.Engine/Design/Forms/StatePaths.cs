using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>The way from a page as loaded to one of its states, as steps of a case.</summary>
internal static class StatePaths
{
    private const int Longest = 5;

    /// <summary>Returns null when a part of the way cannot be a step, or the guard refuses it.</summary>
    public static IReadOnlyList<TestStep>? Steps(DesignContext context, SiteState state)
    {
        if (state.Path.Count > Longest)
        {
            return null;
        }

        var steps = new List<TestStep>();
        foreach (var part in state.Path)
        {
            if (Step(context, state.PageId, part) is not { } taken)
            {
                return null;
            }

            steps.AddRange(taken);
        }

        return steps;
    }

    /// <summary>Sending a form is filling it first.</summary>
    public static IReadOnlyList<TestStep>? Step(DesignContext context, string pageId, StateStep part)
    {
        if (context.Element(part.ElementId) is not { } element || !context.IsUsable(element))
        {
            return null;
        }

        switch (part.Action)
        {
            case SiteActions.Click:
                return [Phrases.WhenClick(context, element)];
            case SiteActions.Submit when FormOf(context, pageId, part.ElementId) is { } form:
                return FormGuard.Refusal(context, form) is null && FormFilling.Steps(context, form) is { } filled ? [.. filled, Phrases.WhenClick(context, element)] : null;
            case SiteActions.Submit:
                return [Phrases.WhenClick(context, element)];
            default:
                return null;
        }
    }

    private static PageForm? FormOf(DesignContext context, string pageId, string submitElementId) =>
        context.Page(pageId).Forms.Concat(context.Site.States.Where(s => s.PageId == pageId).SelectMany(s => s.Forms)).FirstOrDefault(f => f.SubmitElementId == submitElementId);
}
