using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Naming;
using TestForge.Engine.Steps;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>An amount that a form shows follows every quantity that is typed into it.</summary>
internal sealed class RecalculationTechnique : IDesignTechnique
{
    private const int MaxFields = 4;

    public string Name => "recalculation";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var place in DistinctForms.Of(context))
        {
            var (page, form) = (place.Page, place.Form);
            var changes = form.Fields.Where(f => !f.ReadOnly && context.IsUsable(context.Element(f.ElementId))).Select(f => Change(context, f)).OfType<TestStep>().Take(MaxFields).ToArray();
            if (changes.Length == 0 || FormGuard.Refusal(context, form) is not null || FormFilling.Steps(context, form) is not { } filled)
            {
                continue;
            }

            // A form that only reckons shows its amount when it is sent; one that makes something must not be sent for that.
            var send = form.Method is "get" or "script" && !filled.Any(s => s.Action is StepAction.Fill f && CaseValues.HasReference(f.Value)) ? FormFilling.Send(context, form) : null;
            var name = FormNames.Of(context, page, form);
            yield return new()
            {
                Id = $"recalculation-{place.Slug(context)}-{Slug.Of(name, 24)}",
                Title = $"{name} recalculates its amount",
                Feature = Features.Form(context, page, form),
                Technique = Name,
                Why = "A price that leaves a part out costs money, the customer's or the shop's.",
                PageId = page.Id,
                Likelihood = 0.8,
                Value = FormValue.Of(form),
                Actions = [.. place.Given(context), .. filled],
                Probes = [new Probe.Recalculates(page.Id, changes, send)],
                Tags = ["form"],
            };
        }
    }

    // A quantity in a list box is a number too: "10 %", "2 nights".
    private static TestStep? Change(DesignContext context, FormField field)
    {
        var element = context.Element(field.ElementId)!;
        if (field.Type == "select")
        {
            return field.Options.Count >= 3 && field.Options.Count(o => o.Any(char.IsAsciiDigit)) * 2 > field.Options.Count
                ? Phrases.WhenChooseAt(element, field, field.FirstOption + field.Options.Count - 1)
                : null;
        }

        if (field.Type is not ("number" or "range") && field.InputMode is not ("numeric" or "decimal"))
        {
            return null;
        }

        var held = field.Value.Length > 0 && !field.Required ? field.Value : context.Values.For(field)?.Text;
        return NumberValues.Neighbour(field, held) is { } other ? Phrases.WhenFill(element, field, other) : null;
    }
}
