using TestForge.Engine.Design.Findings;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Security headers that are sent must stay, and nothing is loaded without encryption. One case for pages with equal headers.</summary>
internal sealed class SecurityTechnique : IDesignTechnique
{
    private const int MaxPagesAlike = 2;

    public string Name => "security";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var alike = new Dictionary<string, int>();
        foreach (var page in context.Pages.OrderBy(p => p.Depth))
        {
            var present = SecurityHeaderRules.Names.Where(page.SecurityHeaders.ContainsKey).ToArray();
            var https = page.Url.StartsWith("https:", StringComparison.Ordinal);
            if (present.Length == 0 && !https)
            {
                continue;
            }

            // The server sends the same headers with every page, so a few pages stand for all.
            var key = string.Join('|', present);
            alike[key] = alike.GetValueOrDefault(key) + 1;
            if (alike[key] > MaxPagesAlike)
            {
                continue;
            }

            Probe[] mixed = https && page.MixedContent.Count == 0 ? [new Probe.NoMixedContent()] : [];
            yield return new()
            {
                Id = $"security-{context.Slugs[page.Id]}",
                Title = $"{context.PageNames[page.Id]} keeps its protections",
                Feature = Features.Security,
                Technique = Name,
                Why = "These headers stop whole classes of attacks; losing one in a deployment goes unnoticed by eye.",
                PageId = page.Id,
                Likelihood = 0.5,
                Value = 0.8,
                Actions = [Phrases.GivenOn(context, page)],
                Probes = [.. present.Length == 0 ? Array.Empty<Probe>() : [new Probe.Headers(present)], .. mixed],
            };
        }
    }
}
