using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>An address that does not exist is answered as such.</summary>
internal sealed class UnknownAddressTechnique : IDesignTechnique
{
    private const string Unknown = "no-such-page";

    public string Name => "unknown-address";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        if (context.Pages.Count == 0)
        {
            yield break;
        }

        var start = context.PathOf(context.Pages[0]).Split('?', '#')[0];
        var path = start[..(start.LastIndexOf('/') + 1)] + Unknown;
        yield return new()
        {
            Id = "unknown-address",
            Title = "An address that does not exist is answered as such",
            Feature = Features.Pages,
            Technique = Name,
            Why = "Search engines keep what is answered with success, and a visitor who mistyped needs to be told so.",
            PageId = context.Pages[0].Id,
            Likelihood = 0.6,
            Value = 0.6,
            Actions = [new(StepKeyword.Given, $"I open {path}", new StepAction.Navigate(path))],
            Probes = [new Probe.Unknown(context.Pages[0].Id)],
            Tags = ["negative"],
        };
    }
}
