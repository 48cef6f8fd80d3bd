using TestForge.Engine.Design.Forms;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Puts a record into a list of the visitor's own, such as a cart, and goes on from there as the visitor would.</summary>
/// <remarks>The cases are anonymous: a fresh visit has an empty list, so that nothing in it is anybody else's.</remarks>
internal sealed class JourneyTechnique : IDesignTechnique
{
    private const int MaxForms = 3;

    public string Name => "journey";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var place in DistinctForms.Of(context).Where(p => p.State is null && context.Data.IsRecordPage(p.Page.Id) && p.Form is { Purpose: FormPurpose.Other, Method: not "get" }).Take(MaxForms))
        {
            var (page, form) = (place.Page, place.Form);
            if (context.MainHeading(page.Id) is not { } heading || FormGuard.Refusal(context, form) is not null
                || FormFilling.Steps(context, form) is not { } filled || FormFilling.Send(context, form) is not { } send
                || filled.Any(s => s.Action is StepAction.Fill f && CaseValues.HasReference(f.Value)))
            {
                continue;
            }

            var name = Naming.FormNames.Of(context, page, form);
            var draft = new CaseDraft
            {
                Id = $"journey-{context.Slugs[page.Id]}-{Naming.Slug.Of(name, 24)}",
                Title = $"{name}: from the record to the end of the way",
                Feature = Features.Form(context, page, form),
                Technique = Name,
                Why = "This is the way that visitors come for; a break anywhere on it loses them.",
                PageId = page.Id,
                Likelihood = 0.95,
                Value = 1,
                Anonymous = true,
                Actions = [Phrases.GivenOn(context, page), Phrases.WhenNote(context, heading.Id, Probe.Carries.Subject)],
                Probes = [new Probe.Journey(page.Id, [.. filled, send])],
                Tags = ["journey"],
            };
            yield return draft;
            yield return draft with
            {
                Id = draft.Id + "-withdrawn",
                Title = $"{name}: what was put in can be taken out",
                Why = "What cannot be taken out again is bought by mistake, or not at all.",
                Likelihood = 0.85,
                Probes = [new Probe.Withdrawal(page.Id, [.. filled, send])],
            };
        }
    }
}
