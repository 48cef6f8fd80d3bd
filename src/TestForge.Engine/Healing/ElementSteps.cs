using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>What the broken cases do with an element. A candidate that cannot be used so is another element.</summary>
internal sealed class ElementSteps
{
    private readonly StepAction[] _actions;

    private ElementSteps(StepAction[] actions) => _actions = actions;

    public static ElementSteps Of(TestPlan plan, string elementId, IReadOnlyList<string> caseIds) =>
        new([.. plan.Cases.Where(c => caseIds.Contains(c.Id)).SelectMany(c => c.Steps).Select(s => s.Action).Where(a => a.Element == elementId || a.OtherElement == elementId)]);

    /// <summary>Whether the element is only looked for to be absent. That it is found nowhere is then what the case wants.</summary>
    public bool OnlyAbsence => _actions.Length > 0 && _actions.All(a => a is StepAction.ExpectHidden);

    /// <summary>Returns why a candidate cannot be used as the cases want, or null.</summary>
    public string? Refusal(ElementFingerprint candidate)
    {
        var use = ElementUses.Of(candidate);
        var unfit = _actions.FirstOrDefault(a => a switch
        {
            StepAction.Fill or StepAction.FillDate => use is not (ElementUse.Type or ElementUse.Secret),
            StepAction.Choose or StepAction.ChooseAt => candidate.Tag != "select",
            StepAction.SetChecked => use != ElementUse.Check,
            _ => false,
        });
        return unfit switch
        {
            null => null,
            StepAction.Fill or StepAction.FillDate => "nothing can be typed into it",
            StepAction.SetChecked => "it cannot be checked",
            _ => "it has no options to choose from",
        };
    }
}
