using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Naming;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Each required field missing, all others valid.</summary>
internal sealed class RequiredFieldTechnique : IDesignTechnique
{
    private const int MaxPerForm = 6;

    public string Name => "form-required";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var place in DistinctForms.Of(context))
        {
            var (page, form) = (place.Page, place.Form);
            if (FormGuard.Refusal(context, form) is not null || FormFilling.Send(context, form) is not { } send)
            {
                continue;
            }

            var name = FormNames.Of(context, page, form);
            var required = form.Fields.Where(f => f is { Required: true, ReadOnly: false } && f.Type is not ("radio" or "range" or "color" or "hidden"))
                .Where(f => context.IsUsable(context.Element(f.ElementId)));
            foreach (var field in required.Take(form.Purpose == FormPurpose.Login ? 2 : MaxPerForm))
            {
                var element = context.Element(field.ElementId)!;
                if (Missing(element, field) is not { } missing || FormFilling.Steps(context, form, field.ElementId, missing) is not { } filled)
                {
                    continue;
                }

                var label = field.Label.Length > 0 ? field.Label : field.Name ?? field.Type;
                yield return new()
                {
                    Id = $"form-{place.Slug(context)}-{Slug.Of(name, 24)}-without-{Slug.Of(field.Name ?? label, 24)}",
                    Title = $"{name} without {Phrases.Quoted(label)}",
                    Feature = Features.Form(context, page, form),
                    Technique = Name,
                    Why = "A required field that may be left out lets incomplete data in; one that refuses without a word leaves users stuck.",
                    PageId = page.Id,
                    Likelihood = 0.6,
                    Value = FormValue.Of(form),
                    Anonymous = form.Purpose == FormPurpose.Login,
                    AllOrNothing = form.Method != "get",
                    OnlyWhileInvalid = form.Purpose == FormPurpose.Login ? field.ElementId : null,
                    Actions = [.. place.Given(context), .. filled, send],
                    Probes = [new Probe.Outcome(page.Id, field.ElementId)],
                    Tags = ["form", "negative"],
                };
            }
        }
    }

    // A select without an empty choice cannot be left out.
    private static TestStep? Missing(PageElement element, FormField field) => field.Type switch
    {
        "select" => field.Value.Length == 0 ? new(StepKeyword.When, $"I choose nothing in {Phrases.Quoted(field.Label)}", new StepAction.Press(element.Id, "Tab")) : null,
        "checkbox" => Phrases.WhenCheck(element, field, on: false),
        "file" => null,
        _ => Phrases.WhenFill(element, field, ""),
    };
}
