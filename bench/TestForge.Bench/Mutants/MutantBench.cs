using System.Text.Json;
using Microsoft.Playwright;

namespace TestForge.Bench.Mutants;

/// <summary>Scores healing on pages that are changed as a redesign would, and with traps, by identities that the product cannot see.</summary>
internal static class MutantBench
{
    private static readonly JsonSerializerOptions Reading = new() { PropertyNameCaseInsensitive = true };

    /// <param name="sitesFile">A JSON list of <see cref="MutantSite"/>.</param>
    /// <param name="seed">Chooses what is changed.</param>
    /// <param name="rounds">How often each page is gone through.</param>
    /// <param name="pages">Most pages of a site.</param>
    /// <param name="showHeld">Whether single cases of sites held back are told too.</param>
    public static async Task<int> RunAsync(string sitesFile, int seed, int rounds, int pages, bool showHeld)
    {
        var sites = JsonSerializer.Deserialize<MutantSite[]>(await File.ReadAllTextAsync(sitesFile), Reading)!;
        var cases = new List<MutantCase>();
        foreach (var site in sites)
        {
            var found = await RunAsync(site, seed, rounds, pages, CancellationToken.None);
            cases.AddRange(found);
            Console.Error.WriteLine($"{site.Name}: {found.Count} cases");
        }

        MutantReport.Print(cases, showHeld);
        return 0;
    }

    private static async Task<IReadOnlyList<MutantCase>> RunAsync(MutantSite site, int seed, int rounds, int pages, CancellationToken cancellationToken)
    {
        await using var healer = new Healer(site.Url);
        await using var session = await healer.OpenAsync(cancellationToken);
        var page = new MutantPage(session.Page, site.Held, p => PrepareAsync(p, site));
        var cases = new List<MutantCase>();
        foreach (var url in await SitePages.FindAsync(session.Page, site.Url, pages, cancellationToken))
        {
            cases.AddRange(await new MutantRounds(healer, page, site, url, rounds, seed).RunAsync(cancellationToken));
        }

        return cases;
    }

    private static async Task PrepareAsync(IPage page, MutantSite site)
    {
        if (site.Field is null || page.Locator(site.Field).First is not { } field || await field.CountAsync() == 0)
        {
            return;
        }

        foreach (var entry in site.Entries ?? [])
        {
            await field.FillAsync(entry);
            await field.PressAsync("Enter");
        }
    }
}
