using System.Net;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>Finds what looks like an address in a file that a page loads. Nothing says that it is one.</summary>
internal static partial class FileAddresses
{
    /// <summary>One file must not fill what is kept for all.</summary>
    private const int MostInAFile = 60;

    /// <summary>Most of these are links that are known.</summary>
    private const int MostInADocument = 300;

    public static IReadOnlyList<Uri> InScript(Uri file, string text)
    {
        var code = text.Replace("\\/", "/", StringComparison.Ordinal);
        var named = Literal().Matches(code).Select(m => m.Groups[2].Value)
            .Concat(JoinedTexts.In(code).Where(j => Whole().IsMatch(j)))
            .Concat(Absolute().Matches(code).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!', '?')));
        return Distinct(file, named);
    }

    public static IReadOnlyList<Uri> InStyle(Uri file, string text) =>
        Distinct(file, InStyle().Matches(text).Select(m => m.Groups[1].Value).Where(a => !a.StartsWith("data:", StringComparison.OrdinalIgnoreCase)));

    /// <param name="page">Where the document is.</param>
    /// <param name="html">The document as it was sent.</param>
    public static IReadOnlyList<Uri> InSource(Uri page, string html) =>
        Distinct(page, Attribute().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)), MostInADocument);

    private static Uri[] Distinct(Uri file, IEnumerable<string> named, int most = MostInAFile) =>
        [.. named.Select(a => AddressText.Resolve(file, a)).OfType<Uri>().DistinctBy(u => u.AbsoluteUri).Take(most)];

    // "./name" in a script is the name of a module, not an address.
    [GeneratedRegex("""(["'`])((?:https?://|/(?=\w))[\w./?&=%~:@+\-]{2,300})\1""")]
    private static partial Regex Literal();

    [GeneratedRegex("""https?://[^\s"'`<>()\\]{4,300}""")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\A(?:https?://|/(?=\w))[\w./?&=%~:@+\-]{2,300}\z")]
    private static partial Regex Whole();

    [GeneratedRegex("""\s(?:href|src|action|data|cite|longdesc)\s*=\s*["']?\s*([^\s"'<>]{1,500})""", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    [GeneratedRegex("""(?:url\(|@import)\s*["']?([^\s"'()]{2,300})""", RegexOptions.IgnoreCase)]
    private static partial Regex InStyle();
}
