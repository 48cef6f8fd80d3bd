using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Bench.Mutants;

/// <summary>Finds pages of a site by its links, each of another structure.</summary>
internal static class SitePages
{
    /// <summary>Few, so that no site outweighs the others.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, Uri start, int most, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var structures = new HashSet<string>();
        var seen = new HashSet<string> { start.AbsoluteUri };
        var waiting = new Queue<string>([start.AbsoluteUri]);
        while (found.Count < most && waiting.TryDequeue(out var url))
        {
            await page.GotoAsync("about:blank");
            if (await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.DOMContentLoaded }) is not { Ok: true })
            {
                continue;
            }

            var facts = await PageReader.ReadAsync(page, new(), cancellationToken);
            if (structures.Add(facts.Fingerprint))
            {
                found.Add(url);
            }

            foreach (var element in facts.Elements.Where(e => e is { Visible: true, Link: not null }))
            {
                if (Uri.TryCreate(element.Link, UriKind.Absolute, out var link) && link.Authority == start.Authority && DestructiveGuard.HazardOf(element.Print, link) is null && seen.Add(link.AbsoluteUri))
                {
                    waiting.Enqueue(link.AbsoluteUri);
                }
            }
        }

        return found;
    }
}
