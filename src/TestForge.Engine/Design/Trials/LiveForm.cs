using TestForge.Engine.Browser;
using TestForge.Engine.Design.Forms;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>A form met on the way, which the map does not have as it is now.</summary>
/// <param name="Form">The form, its elements adopted by the plan.</param>
/// <param name="Send">The step that sends it.</param>
internal sealed record LiveForm(PageForm Form, TestStep Send)
{
    /// <summary>Gives the form's fields and button a place in the plan; null when one of them cannot be found alone.</summary>
    public static async Task<LiveForm?> AdoptAsync(LiveSteps steps, string pageId, PageFacts facts, FactsForm form, CancellationToken cancellationToken)
    {
        if (form.Submit is not { } submit)
        {
            return null;
        }

        var fields = new List<FormField>();
        foreach (var field in form.Fields)
        {
            if (await ElementAsync(steps, pageId, facts.Elements[field.Element], $"{field.Label} field", cancellationToken) is { } id)
            {
                fields.Add(field.ToField(id));
            }
        }

        if (fields.Count == 0 || await ElementAsync(steps, pageId, facts.Elements[submit], $"{form.SubmitText} button", cancellationToken) is not { } button)
        {
            return null;
        }

        return new(
            new() { Id = button, Name = form.Name, Method = form.Method, Action = form.Action, Fields = fields, SubmitElementId = button, NoValidate = form.NoValidate, Hazard = DestructiveGuard.HazardOf(form.Name, form.SubmitText, form.Action, fields) },
            new(StepKeyword.When, $"I click the {Phrases.Quoted(form.SubmitText)} button", new StepAction.Click(button)));
    }

    private static async Task<string?> ElementAsync(LiveSteps steps, string pageId, FactsElement element, string name, CancellationToken cancellationToken) =>
        element.Visible && await LocatorPicker.PickAsync(steps.Page, element.Print, cancellationToken) is { } spec ? steps.Adopt(pageId, name, spec, element.Print, many: false) : null;
}
