using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Naming;
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
            var changes = form.Fields.Where(f => f.Type is "number" or "range" && !f.ReadOnly && context.IsUsable(context.Element(f.ElementId))).Take(MaxFields)
                .Select(f => (Field: f, Other: Other(context, f))).Where(f => f.Other is not null)
                .Select(f => Phrases.WhenFill(context.Element(f.Field.ElementId)!, f.Field, f.Other!)).ToArray();
            if (changes.Length == 0 || FormGuard.Refusal(context, form) is not null || FormFilling.Steps(context, form) is not { } filled)
            {
                continue;
            }

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
                Probes = [new Probe.Recalculates(page.Id, changes)],
                Tags = ["form"],
            };
        }
    }

    // A neighbour of the value that the field holds or gets.
    private static string? Other(DesignContext context, FormField field)
    {
        var held = field.Value.Length > 0 && !field.Required ? field.Value : context.Values.For(field)?.Text;
        return NumberValues.Neighbour(field, held);
    }
}
