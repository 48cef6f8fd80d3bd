using TestForge.Engine.Design.Forms;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Wrong credentials are refused. One case for the whole application, so two tries in all: accounts get locked.</summary>
internal sealed class WrongLoginTechnique : IDesignTechnique
{
    public string Name => "login-wrong";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var (page, form, _, _) in DistinctForms.Of(context).Where(f => f.State is null && f.Form.Purpose == FormPurpose.Login))
        {
            if (FormGuard.Refusal(context, form) is not null || FormFilling.Send(context, form) is not { } send
                || FormFilling.Steps(context, form) is not { Count: > 0 } filled)
            {
                continue;
            }

            yield return new()
            {
                Id = $"login-{context.Slugs[page.Id]}-wrong-credentials",
                Title = "Wrong credentials are refused",
                Feature = Features.SignIn,
                Technique = Name,
                Why = "Whoever is let in without the right credentials sees everything; whoever is refused without a word gives up.",
                PageId = page.Id,
                Likelihood = 0.9,
                Value = 1,
                Anonymous = true,
                AllOrNothing = true,
                Actions = [Phrases.GivenOn(context, page), .. filled, send],
                Probes = [new Probe.Outcome(page.Id)],
                Counted = true,
                Tags = ["login", "negative"],
            };
            yield break;
        }
    }
}
