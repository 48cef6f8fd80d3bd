using System.Security.Cryptography;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>Says what a case and the pages it visits are like, so that a later run sees whether they have changed.</summary>
internal sealed class CaseMarks
{
    private readonly Dictionary<string, string> _locators;
    private readonly Dictionary<string, string> _paths;
    private readonly Dictionary<string, string>? _pages;
    private readonly string? _siteMap;

    public CaseMarks(TestPlan plan, SiteMap? site, string? siteMapHash)
    {
        _locators = plan.Elements.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First().Locator.ToString(), StringComparer.Ordinal);
        _paths = plan.Pages.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First().Path, StringComparer.Ordinal);
        _siteMap = siteMapHash;

        // Ids of pages are given anew in each discovery; addresses stay.
        _pages = site?.Pages
            .SelectMany(p => p.Duplicates.Prepend(p.Url).Select(url => (Path: PathOf(site.Target, url), Page: p)))
            .GroupBy(p => p.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => PageHash.Of(g.First().Page), StringComparer.Ordinal);
    }

    public CaseMark Of(TestCase testCase)
    {
        var elements = testCase.Steps.SelectMany(s => new[] { s.Action.Element, s.Action.OtherElement }).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new { testCase.Anonymous, testCase.Steps, Locators = elements.Select(e => _locators.GetValueOrDefault(e)) },
            ArtifactJson.Compact);
        return new(Convert.ToHexStringLower(SHA256.HashData(content)), PagesOf(testCase), _siteMap);
    }

    /// <summary>Null when anything is not known: the page of a case that the map lacks may be any page.</summary>
    private SortedDictionary<string, string>? PagesOf(TestCase testCase)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var paths = testCase.PageIds.Select(_paths.GetValueOrDefault).Concat(testCase.Steps.Select(s => s.Action).OfType<StepAction.Navigate>().Select(n => n.Path));
        foreach (var path in paths)
        {
            if (path is null || _pages is null || !_pages.TryGetValue(path, out var hash))
            {
                return null;
            }

            pages[path] = hash;
        }

        return pages.Count > 0 ? pages : null;
    }

    private static string PathOf(Uri target, string url) =>
        Uri.TryCreate(target, url, out var address) && address.Authority == target.Authority ? address.PathAndQuery + address.Fragment : url;
}
