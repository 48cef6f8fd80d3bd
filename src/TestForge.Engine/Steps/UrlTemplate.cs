using System.Text.RegularExpressions;

namespace TestForge.Engine.Steps;

/// <summary>An address in which <c>*</c> stands for any text without slash, question mark or hash.</summary>
internal static class UrlTemplate
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    public static bool Matches(string template, string path) => Regex.IsMatch(path, Pattern(template), RegexOptions.CultureInvariant, Limit);

    /// <summary>The regular expression for a whole relative address.</summary>
    public static string Pattern(string template) => $"^{string.Join("[^/?#]+", template.Split('*').Select(Regex.Escape))}$";
}
