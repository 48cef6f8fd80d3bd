using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>Finds what looks like an address in a file that a page loads. Nothing says that it is one.</summary>
internal static partial class FileAddresses
{
    /// <summary>One file must not fill what is kept for all.</summary>
    private const int MostInAFile = 60;

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

    private static Uri[] Distinct(Uri file, IEnumerable<string> named) =>
        [.. named.Select(a => AddressText.Resolve(file, a)).OfType<Uri>().DistinctBy(u => u.AbsoluteUri).Take(MostInAFile)];

    // "./name" in a script is the name of a module, not an address.
    [GeneratedRegex("""(["'`])((?:https?://|/(?=\w))[\w./?&=%~:@+\-]{2,300})\1""")]
    private static partial Regex Literal();

    [GeneratedRegex("""https?://[^\s"'`<>()\\]{4,300}""")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\A(?:https?://|/(?=\w))[\w./?&=%~:@+\-]{2,300}\z")]
    private static partial Regex Whole();

    [GeneratedRegex("""(?:url\(|@import)\s*["']?([^\s"'()]{2,300})""", RegexOptions.IgnoreCase)]
    private static partial Regex InStyle();
}
