using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Naming;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Each form accepts what it says it accepts.</summary>
internal sealed class ValidFormTechnique : IDesignTechnique
{
    public string Name => "form-valid";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var (page, form) in DistinctForms.Of(context))
        {
            // Signing in needs real credentials; searching has a technique of its own.
            if (form.Purpose is FormPurpose.Login or FormPurpose.Search || FormGuard.Refusal(context, form) is not null
                || FormFilling.Steps(context, form) is not { Count: > 0 } filled || FormFilling.Send(context, form) is not { } send)
            {
                continue;
            }

            var name = FormNames.Of(context, page, form);
            yield return new()
            {
                Id = $"form-{context.Slugs[page.Id]}-{Slug.Of(name, 24)}-valid",
                Title = $"{name} accepts valid data",
                Feature = Features.Form(context, page, form),
                Technique = Name,
                Why = "The form exists to be sent; when valid data is refused or leads elsewhere, its purpose is lost.",
                PageId = page.Id,
                Likelihood = 0.8,
                Value = FormValue.Of(form),
                AllOrNothing = form.Method != "get",
                Actions = [Phrases.GivenOn(context, page), .. filled, send],
                Probes = [new Probe.Outcome(page.Id)],
                Tags = ["form"],
            };
        }
    }
}
