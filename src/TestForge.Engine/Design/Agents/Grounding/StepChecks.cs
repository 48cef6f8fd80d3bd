using TestForge.Engine.Goals.Exploring;
using TestForge.Engine.Goals.Live;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Grounding;

/// <summary>Finds what is wrong with the steps of a case before anything is tried: what the map does not have, and what may not be done.</summary>
internal sealed class StepChecks(SiteFacts facts)
{
    private const string NoKey = "value: that is no key; say Enter, Escape, Tab, ArrowDown or the like.";

    private static readonly ExpectationKind[] AboutAnAction = [ExpectationKind.Stays, ExpectationKind.Refuses, ExpectationKind.Accepts];

    public IReadOnlyList<string> FaultsOf(StepsAnswer answer)
    {
        if (answer.Impossible is not null)
        {
            return [];
        }

        if (answer.Steps is not [{ Do: LiveActKind.Open }, ..])
        {
            return ["steps[0].do: the first step opens a page."];
        }

        return [.. answer.Steps.SelectMany((s, i) => FaultsOf(s).Select(f => $"steps[{i}].{f}")), .. FaultsOf(answer.Expectations, answer.Steps.Count > 1)];
    }

    /// <summary>Why the text may not be typed or looked for, or null.</summary>
    private static string? RefusalOf(string text) =>
        text.Replace(CaseValues.UniqueReference, "", StringComparison.Ordinal).Contains("${", StringComparison.Ordinal) ? "only ${unique} may stand for something else" : TypedValues.RefusalOf(text, given: "");

    private IEnumerable<string> FaultsOf(StepAnswer step)
    {
        if (step.Do == LiveActKind.Open)
        {
            return facts.HasPage(step.Page) ? [] : [$"page: there is no page {Phrases.Quoted(step.Page ?? "")}."];
        }

        if (step.Do is LiveActKind.Back or LiveActKind.Reload or LiveActKind.Scroll)
        {
            return [];
        }

        if (step is { Do: LiveActKind.Press, Element: null })
        {
            return LiveGuard.IsKey(step.Value) ? [] : [NoKey];
        }

        return facts.Element(step.Element) is { } element ? FaultsOf(step, element).OfType<string>() : [$"element: there is no control {Phrases.Quoted(step.Element ?? "")}."];
    }

    private IEnumerable<string?> FaultsOf(StepAnswer step, PageElement element)
    {
        var field = facts.Field(element.Id);
        yield return facts.RefusalOf(element) is { } refusal ? $"element: {element.Id} may not be used: {refusal}." : null;
        yield return step.Do switch
        {
            LiveActKind.Fill when !facts.TakesText(element) => $"do: {element.Id} takes no text.",
            LiveActKind.Fill when step.Value is null => "value: fill needs a text.",
            LiveActKind.Fill when RefusalOf(step.Value!) is { } refused => $"value: {refused}.",
            LiveActKind.Choose when field is not { Options.Count: > 0 } => $"do: {element.Id} has no options.",
            LiveActKind.Choose when !field!.Options.Contains(step.Value ?? "") => $"value: {element.Id} has no option {Phrases.Quoted(step.Value ?? "")}.",
            LiveActKind.Check or LiveActKind.Uncheck when !facts.IsBox(element) => $"do: {element.Id} cannot be ticked.",
            LiveActKind.Press when !LiveGuard.IsKey(step.Value) => NoKey,
            LiveActKind.Press when step.Value is "Enter" && facts.FormOf(element.Id) is { } form && facts.RefusalOf(form) is { } unsent => $"do: the form of {element.Id} may not be sent: {unsent}.",
            _ => null,
        };
    }

    private IEnumerable<string> FaultsOf(IReadOnlyList<ExpectationAnswer> expectations, bool acts)
    {
        foreach (var (i, wanted) in expectations.Index())
        {
            var fault = wanted.Kind switch
            {
                ExpectationKind.LeadsTo when !facts.HasPage(wanted.Page) => $"page: there is no page {Phrases.Quoted(wanted.Page ?? "")}.",
                ExpectationKind.ShowsElement when facts.Element(wanted.Element) is null => $"element: there is no element {Phrases.Quoted(wanted.Element ?? "")}.",
                ExpectationKind.Refuses when wanted.Element is { } id && facts.Element(id) is null => $"element: there is no field {Phrases.Quoted(id)}.",
                ExpectationKind.Shows or ExpectationKind.ShowsNot when string.IsNullOrWhiteSpace(wanted.Text) => "text: say the words.",
                ExpectationKind.Shows or ExpectationKind.ShowsNot when RefusalOf(wanted.Text!) is { } refused => $"text: {refused}.",
                _ when !acts && AboutAnAction.Contains(wanted.Kind) => "kind: opening a page is all that is done.",
                _ => null,
            };
            if (fault is not null)
            {
                yield return $"expectations[{i}].{fault}";
            }
        }

        if (!expectations.Any(e => e.Kind is not (ExpectationKind.Stays or ExpectationKind.ShowsNot)))
        {
            yield return "expectations: something must be seen, other than that nothing happens.";
        }
    }
}
