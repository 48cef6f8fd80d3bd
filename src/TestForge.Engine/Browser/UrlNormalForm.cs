using System.Text.RegularExpressions;

namespace TestForge.Engine.Browser;

/// <summary>Brings addresses that lead to the same place into one form (RFC 3986, section 6, and what the web has added).</summary>
internal static partial class UrlNormalForm
{
    private const int MaxLength = 2_000;

    /// <summary>Returns null when the text is no http address.</summary>
    public static Uri? Parse(string? text)
    {
        if (text is null || text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var query = Query(url.Query);
        var fragment = IsRoute(url.Fragment) ? url.Fragment : "";
        return Uri.TryCreate($"{url.Scheme}://{url.Authority}{Path(url.AbsolutePath)}{query}{fragment}", UriKind.Absolute, out var normal) ? normal : null;
    }

    /// <summary>Path, query and fragment: what is left of an address within one origin.</summary>
    public static string Relative(Uri url) => url.PathAndQuery + url.Fragment;

    // A session id in the path would make every page new on every visit.
    private static string Path(string path) => SessionInPath().Replace(path, "");

    // Order kept by name, values within a name by place: ?b=1&a=2 and ?a=2&b=1 are the same page.
    private static string Query(string query)
    {
        var kept = query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !Tracking().IsMatch(p))
            .OrderBy(p => p.Split('=')[0], StringComparer.Ordinal)
            .ToArray();
        return kept.Length == 0 ? "" : "?" + string.Join('&', kept);
    }

    // "#section" is a place on the page; "#/users" and "#!users" are pages of their own, and "#/" is the one without a fragment.
    private static bool IsRoute(string fragment) =>
        fragment is not ("#/" or "#!" or "#!/") && (fragment.StartsWith("#/", StringComparison.Ordinal) || fragment.StartsWith("#!", StringComparison.Ordinal));

    [GeneratedRegex(@";(jsessionid|phpsessid|sid)=[^/?#;]*", RegexOptions.IgnoreCase)]
    private static partial Regex SessionInPath();

    [GeneratedRegex(@"^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|_ga|phpsessid|jsessionid|sid)(=|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Tracking();
}
