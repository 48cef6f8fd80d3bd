using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery;

/// <summary>The shape of an address: what is left when numbers, dates and identifiers are taken out.</summary>
internal static partial class UrlShape
{
    /// <summary>Budgets visits: path with its variable parts as <c>*</c>, and the names of the parameters.</summary>
    public static string Of(Uri url)
    {
        var names = Parameters(url).Select(p => p.Name).Distinct();
        return $"{Path(url)}?{string.Join('&', names)}{Route(url)}";
    }

    /// <summary>Merges pages: like the shape, but words in parameter values still tell pages apart.</summary>
    public static string Template(Uri url) => $"{Path(url)}?{Query(url)}{Route(url)}";

    /// <summary>The folder that a page is in, by its path or by its route, and its parameters as in the template: what is left when its own name is taken out.</summary>
    public static string Folder(Uri url)
    {
        var place = Path(url) + Route(url);
        return $"{place[..(place.LastIndexOf('/') + 1)]}*?{Query(url)}";
    }

    /// <summary>A text in which numbers, dates and identifiers are <c>*</c>.</summary>
    public static string WithoutNumbers(string text) => Generalise(text);

    private static string Path(Uri url) => string.Join('/', url.AbsolutePath.Split('/').Select(Generalise));

    private static string Route(Uri url) => string.Join('/', url.Fragment.Split('/').Select(Generalise));

    private static string Query(Uri url) => string.Join('&', Parameters(url).Select(p => $"{p.Name}={Generalise(p.Value)}"));

    private static IEnumerable<(string Name, string Value)> Parameters(Uri url) => url.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .Select(p => (p[0], p.Length > 1 ? p[1] : ""));

    private static string Generalise(string part) => Variable().Replace(part, "*");

    // Hexadecimal runs of 8 and more are hashes or parts of UUIDs; digits are numbers or parts of dates.
    [GeneratedRegex(@"(?<![a-z])(?=[0-9a-f\-]*\d)[0-9a-f]{8}[0-9a-f\-]*|\d+([\-.:]\d+)*", RegexOptions.IgnoreCase)]
    private static partial Regex Variable();
}
