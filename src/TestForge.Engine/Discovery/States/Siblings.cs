using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>Tells pages that differ only in parameters or route, and in numbers such as those of a counter in the title, from other pages.</summary>
internal static class Siblings
{
    /// <summary>Equal for siblings.</summary>
    public static string KeyOf(SitePage page) => KeyOf(new Uri(page.Url), page.Title, page.Headings);

    /// <summary>Equal for siblings.</summary>
    public static string KeyOf(Uri url, string title, IReadOnlyList<PageHeading> headings) =>
        $"{url.GetLeftPart(UriPartial.Path)}\n{UrlShape.WithoutNumbers(title)}\n{(headings is [var first, ..] ? UrlShape.WithoutNumbers(first.Text) : null)}";
}
