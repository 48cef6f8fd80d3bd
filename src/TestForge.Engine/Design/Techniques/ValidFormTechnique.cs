using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Naming;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Each form accepts what it says it accepts.</summary>
internal sealed class ValidFormTechnique : IDesignTechnique
{
    public string Name => "form-valid";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var (place, filled, send) in SendableForm.Of(context))
        {
            var (page, form) = (place.Page, place.Form);
            var name = FormNames.Of(context, page, form);
            var keeps = Keeps([.. place.Lead, .. filled]);
            var changes = Changes(form, filled);
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
                Probes = keeps ? [new Probe.Outcome(page.Id), new Probe.LifeCycle(page.Id)] : [new Probe.Outcome(page.Id)],
                Tags = ["form"],
            };
            yield return draft;
            if (keeps && !changes)
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

            if (keeps && !changes && send.Action is StepAction.Click && context.Element(form.SubmitElementId) is { } button)
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

    // A form that takes a text in the case's own words makes something that can be found again.
    private static bool Keeps(IReadOnlyList<TestStep> filled) => filled.Any(s => s.Action is StepAction.Fill f && CaseValues.HasReference(f.Value));

    // A form that comes filled in changes a record that is there already.
    private static bool Changes(PageForm form, IReadOnlyList<TestStep> filled) =>
        form.Fields.Any(field => field.Value.Length > 0 && filled.Any(s => s.Action is StepAction.Fill f && f.ElementId == field.ElementId && CaseValues.HasReference(f.Value)));
}
