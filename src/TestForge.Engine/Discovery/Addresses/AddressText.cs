using System.Text.RegularExpressions;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>Makes addresses of texts that look like some.</summary>
internal static partial class AddressText
{
    /// <summary>Returns null when the text leads to another origin, or to a file that no person opens.</summary>
    public static Uri? Resolve(Uri from, string text) =>
        Uri.TryCreate(from, text, out var url) && UrlNormalForm.Parse(url.AbsoluteUri) is { } normal && TargetMoves.SameOrigin(from, normal) && !Asset().IsMatch(normal.AbsolutePath)
            ? normal
            : null;

    [GeneratedRegex(@"\.(m?js|css|map|json|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|mp[34]|webm|wasm|handlebars?|hbs|mustache|ejs|tmpl)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Asset();
}
