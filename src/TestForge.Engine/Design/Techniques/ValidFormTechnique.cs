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
        foreach (var sendable in SendableForm.Of(context))
        {
            var (place, filled, send) = sendable;
            var (page, form) = (place.Page, place.Form);
            var name = FormNames.Of(context, page, form);
            var draft = new CaseDraft
            {
                Id = $"form-{place.Slug(context)}-{Slug.Of(name, 24)}-valid",
                Title = $"{name} accepts valid data",
                Feature = Features.Form(context, page, form),
                Technique = Name,
                Why = "The form exists to be sent; when valid data is refused or leads elsewhere, its purpose is lost.",
                PageId = page.Id,
                Likelihood = 0.8,
                Value = FormValue.Of(form),
                AllOrNothing = form.Method != "get",
                MustBeAccepted = true,
                Actions = [.. Journeys.To(context, place), .. filled, send, .. Journeys.On(context, place)],
                Probes = sendable.Keeps ? [new Probe.Outcome(page.Id), new Probe.LifeCycle(page.Id)] : [new Probe.Outcome(page.Id)],
                Tags = ["form"],
            };
            yield return draft;
            if (sendable is { Keeps: true, Changes: false })
            {
                yield return draft with
                {
                    Id = draft.Id.Replace("-valid", "-changed", StringComparison.Ordinal),
                    Title = $"What the {char.ToLowerInvariant(name[0])}{name[1..]} made can be changed",
                    Why = "A change that is accepted and not kept is noticed when it is too late.",
                    Likelihood = 0.75,
                    Probes = [new Probe.Updates(page.Id)],
                };
            }

            if (sendable is { Keeps: true, Changes: false } && send.Action is StepAction.Click && context.Element(form.SubmitElementId) is { } button)
            {
                yield return draft with
                {
                    Id = draft.Id.Replace("-valid", "-twice", StringComparison.Ordinal),
                    Title = $"{name} sent by two clicks makes one entry",
                    Why = "Many people click twice; whoever pays or orders twice by that is a complaint.",
                    Likelihood = 0.6,
                    Actions = [.. Journeys.To(context, place), .. filled, Phrases.WhenDoubleClick(context, button), .. Journeys.On(context, place)],
                    Probes = [new Probe.LifeCycle(page.Id)],
                };
            }
        }
    }
}
