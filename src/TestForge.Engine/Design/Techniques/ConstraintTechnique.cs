using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Naming;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Boundary and type violations of what each field declares.</summary>
internal sealed class ConstraintTechnique : IDesignTechnique
{
    private const int MaxPerForm = 8;

    public string Name => "form-constraint";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var place in DistinctForms.Of(context))
        {
            var (page, form) = (place.Page, place.Form);
            // Wrong credentials have a technique of their own that counts its tries.
            if (form.Purpose == FormPurpose.Login || FormGuard.Refusal(context, form) is not null || FormFilling.Send(context, form) is not { } send)
            {
                continue;
            }

            foreach (var draft in Drafts(context, place, send).Take(MaxPerForm))
            {
                yield return draft;
            }
        }
    }

    private IEnumerable<CaseDraft> Drafts(DesignContext context, FormPlace place, TestStep send)
    {
        var (page, form) = (place.Page, place.Form);
        var name = FormNames.Of(context, page, form);
        foreach (var field in form.Fields.Where(f => !f.ReadOnly && context.IsUsable(context.Element(f.ElementId))))
        {
            var element = context.Element(field.ElementId)!;
            var label = field.Label.Length > 0 ? field.Label : field.Name ?? field.Type;
            foreach (var violation in Violations.Of(field, context.Values.For(field)?.Text))
            {
                var fill = violation.Day is { } day ? Phrases.WhenFillDate(element, field, day.Bound, day.Days) : Phrases.WhenFill(element, field, violation.Value);
                var filled = violation.Truncates ? [fill] : FormFilling.Steps(context, form, field.ElementId, fill);
                if (filled is null)
                {
                    continue;
                }

                yield return new()
                {
                    Id = $"form-{place.Slug(context)}-{Slug.Of(name, 24)}-{Slug.Of(field.Name ?? label, 24)}-{violation.Kind}",
                    Title = $"{name}: {violation.Words} in {Phrases.Quoted(label)}",
                    Feature = Features.Form(context, page, form),
                    Technique = Name,
                    Why = "Most input faults sit at the edges of what is allowed; what the field declares must keep being enforced.",
                    PageId = page.Id,
                    Likelihood = violation.Truncates ? 0.35 : 0.5,
                    Value = FormValue.Of(form),
                    AllOrNothing = !violation.Truncates && form.Method != "get",
                    Actions = violation.Truncates ? [.. place.Given(context), fill] : [.. place.Given(context), .. filled, send],
                    Probes = violation.Truncates ? [new Probe.Holds(element.Id, violation.Value)] : [new Probe.Outcome(page.Id, field.ElementId)],
                    Tags = ["form", "negative"],
                };
            }
        }
    }
}
