using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>Site maps with states, a navigation that every page has, and as many pages as asked for.</summary>
internal static class MapSamples
{
    public static SiteMap Site(int pages) => new()
    {
        Target = new("https://shop.example/"),
        Pages =
        [
            .. Enumerable.Range(0, pages).Select(i => new SitePage
            {
                Id = $"p{i}",
                Url = $"https://shop.example/{i}",
                Title = $"Page number {i} | Shop",
                Elements = [Element($"p{i}.e1", "Help", "navigation"), Element($"p{i}.e2", "Basket", "main"), .. Children(i, pages).Select(c => Element($"p{i}.c{c}", $"Thing {c}", "main"))],
            }),
        ],
        States =
        [
            new() { Id = "p0.s1", PageId = "p0", Path = [new("click", "p0.e2")], Title = "Your basket", Elements = [Element("p0.s1.e1", "Wrapping", "main")] },
            new() { Id = "p0.s2", PageId = "p0", Path = [new("click", "p0.e2"), new("select", "p0.s1.e1", "Gift")], Title = "After select combobox 'Wrapping'" },
        ],
        Transitions =
        [
            .. Enumerable.Range(0, pages).Select(i => new SiteTransition($"p{i}", "p1", $"p{i}.e1", "click")),
            .. Enumerable.Range(0, pages).SelectMany(i => Children(i, pages).Select(c => new SiteTransition($"p{i}", $"p{c}", $"p{i}.c{c}", "click"))),
            new("p0", "p0.s1", "p0.e2", "click"),
            new("p0.s1", "p0.s2", "p0.s1.e1", "select", "Gift"),
        ],
        Skipped = [],
        Stats = new(pages, 0, 0, 1000),
    };

    // Twelve to a page: wide enough to be folded, deep enough to be unfolded.
    private static IEnumerable<int> Children(int page, int pages) => Enumerable.Range((page * 12) + 1, 12).Where(c => c < pages);

    private static PageElement Element(string id, string name, string landmark) =>
        new(id, new() { Tag = "a", Role = "link", Name = name, Landmark = landmark }, Visible: true, Enabled: true);
}
