using TestForge.Pipeline;

namespace TestForge.Engine.Design.Naming;

/// <summary>A short file-safe word for each page, made of its path so that a new title does not rename cases.</summary>
internal static class PageSlugs
{
    public static IReadOnlyDictionary<string, string> For(IReadOnlyList<SitePage> pages, Uri target)
    {
        var taken = new HashSet<string>();
        var slugs = new Dictionary<string, string>();
        foreach (var page in pages)
        {
            var path = TargetPaths.Relative(target, page.Url) ?? "/";
            slugs[page.Id] = Slug.Unique(path is "/" ? "home" : Slug.Of(Uri.UnescapeDataString(path)), taken);
        }

        return slugs;
    }
}
