using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>The steps that fill a form with valid values and send it.</summary>
internal static class FormFilling
{
    /// <summary>Returns null when a required field cannot be filled, such as a file or a field that is hidden.</summary>
    /// <param name="context">Names and values.</param>
    /// <param name="form">The form.</param>
    /// <param name="elementId">A field that gets <paramref name="instead"/> instead of a valid value.</param>
    /// <param name="instead">The step for that field; null leaves it alone.</param>
    public static IReadOnlyList<TestStep>? Steps(DesignContext context, PageForm form, string? elementId = null, TestStep? instead = null) =>
        Steps(context, form, elementId is null ? [] : new() { [elementId] = instead });

    /// <summary>The same, with other steps for several fields.</summary>
    public static IReadOnlyList<TestStep>? Steps(DesignContext context, PageForm form, Dictionary<string, TestStep?> others)
    {
        var steps = new List<TestStep>();
        var radios = new HashSet<string>();
        foreach (var field in form.Fields)
        {
            if (others.TryGetValue(field.ElementId, out var instead))
            {
                if (instead is not null)
                {
                    steps.Add(instead);
                }

                continue;
            }

            if (field.Type == "radio" && !radios.Add(field.Name ?? field.ElementId))
            {
                continue;
            }

            if (Step(context, form, field) is { } step)
            {
                steps.Add(step);
                if (step.Action is StepAction.ChooseAt choice)
                {
                    // What was chosen is data: wherever the application shows it again, it must be the same.
                    steps.Add(Phrases.WhenNote(context, choice.ElementId, $"choice-{choice.ElementId[(choice.ElementId.LastIndexOf('.') + 1)..]}"));
                }
            }
            else if (field.Required)
            {
                return null;
            }
        }

        return steps;
    }

    /// <summary>A valid value typed, chosen or ticked; null when the field is left as it is.</summary>
    public static TestStep? Step(DesignContext context, PageForm form, FormField field)
    {
        var element = context.Element(field.ElementId);
        if (element is null || !context.IsUsable(element) || field.ReadOnly || IsTrap(field))
        {
            return null;
        }

        // What is optional and already has a value is left: it is the application's own default.
        var optional = !field.Required && !(field.Type is "checkbox" && Agreements.Is(field.Label)) && form.Fields.Any(f => f.Required);
        var hasDefault = field.Value.Length > 0 && field.Type is not ("checkbox" or "radio");
        if ((hasDefault && !field.Required) || (optional && field.Type is "range" or "color") || (field.Type is "checkbox" && !field.Required && !Agreements.Is(field.Label)))
        {
            return null;
        }

        if (DateValues.ValidDay(field) is { } day)
        {
            return Phrases.WhenFillDate(element, field, day.Bound, day.Days);
        }

        return context.Values.For(field) switch
        {
            { Text: { } text } => Phrases.WhenFill(element, field, OwnWords.Add(form, field, text)),
            // Which entries a list has is the application's data; that it has one is not.
            { Option: not null } => Phrases.WhenChooseAt(element, field, field.FirstOption),
            { Checked: { } on } => Phrases.WhenCheck(element, field, on),
            _ => null,
        };
    }

    /// <summary>The click or key that sends the form; null when there is neither.</summary>
    public static TestStep? Send(DesignContext context, PageForm form)
    {
        if (context.Element(form.SubmitElementId) is { } button)
        {
            return context.IsUsable(button) ? Phrases.WhenClick(context, button) : null;
        }

        // Without a button, Enter in a field of one line sends the form.
        var field = form.Fields.LastOrDefault(f => f.Type is "text" or "search" or "email" or "url" or "tel" or "number" && context.IsUsable(context.Element(f.ElementId)));
        return field is null ? null : Phrases.WhenPress(context.Element(field.ElementId)!, field, "Enter");
    }

    // Fields set out for robots: a person never fills them, and a server refuses those who do.
    private static bool IsTrap(FormField field)
    {
        var hint = $"{field.Name} {field.Label}";
        return hint.Contains("honeypot", StringComparison.OrdinalIgnoreCase) || hint.Contains("captcha", StringComparison.OrdinalIgnoreCase)
            || hint.Contains("leave blank", StringComparison.OrdinalIgnoreCase) || hint.Contains("leave empty", StringComparison.OrdinalIgnoreCase);
    }
}
