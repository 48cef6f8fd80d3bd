using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Naming;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Each form accepts other data that it declares to be valid.</summary>
internal sealed class FormVariantTechnique : IDesignTechnique
{
    public string Name => "form-variant";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var (place, _, send) in SendableForm.Of(context).Where(f => MayRepeat(context, f)))
        {
            var (page, form) = (place.Page, place.Form);
            var name = FormNames.Of(context, page, form);
            foreach (var variant in FormVariants.Of(context, form))
            {
                var keeps = variant.Filled.Any(s => s.Action is StepAction.Fill f && CaseValues.HasReference(f.Value));
                yield return new()
                {
                    Id = $"form-{place.Slug(context)}-{Slug.Of(name, 24)}-{variant.Kind}",
                    Title = $"{name} accepts {variant.Words}",
                    Feature = Features.Form(context, page, form),
                    Technique = Name,
                    Why = variant.Why,
                    PageId = page.Id,
                    Likelihood = 0.55,
                    Value = FormValue.Of(form),
                    AllOrNothing = form.Method != "get",
                    MustBeAccepted = true,
                    Actions = [.. Journeys.To(context, place), .. variant.Filled, send, .. Journeys.On(context, place)],
                    Probes = keeps ? [new Probe.Outcome(page.Id), new Probe.LifeCycle(page.Id)] : [new Probe.Outcome(page.Id)],
                    Tags = ["form"],
                };
            }
        }
    }

    // A record that is there already is changed by one case, not by five; a message that is sent and an account that is made cannot be taken back.
    private static bool MayRepeat(DesignContext context, SendableForm form) =>
        !form.Changes && (context.AllowDestructive || form.Place.Form.Purpose is not (FormPurpose.Contact or FormPurpose.Registration));
}
