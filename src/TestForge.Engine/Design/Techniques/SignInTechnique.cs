using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Signing in by hand leads where it should, and signing out ends the session.</summary>
internal sealed class SignInTechnique : IDesignTechnique
{
    public string Name => "sign-in";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        if (context.Login is not { } login || TargetPaths.Relative(context.Site.Target, new Uri(context.Site.Target, login.Url).AbsoluteUri) is not { } path || context.Pages.Count == 0)
        {
            yield break;
        }

        // Whoever is signed in may not be shown the page for it, so the map may not have it.
        var page = context.Pages.FirstOrDefault(p => context.PathOf(p) == path) ?? context.Pages[0];
        yield return new()
        {
            Id = "sign-in-and-out",
            Title = "Signing in works and signing out ends it",
            Feature = Features.SignIn,
            Technique = Name,
            Why = "Who cannot sign in has no application; who cannot sign out leaves it open to the next at the same screen.",
            PageId = page.Id,
            Likelihood = 0.9,
            Value = 1,
            Anonymous = true,
            Actions = [new(StepKeyword.Given, "I am on the sign-in page", new StepAction.Navigate(path))],
            Probes = [new Probe.SignsIn(page.Id)],
            Tags = ["login"],
        };
    }
}
