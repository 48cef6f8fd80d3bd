using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery.Api;

/// <summary>The names of an address's parameters; what looks like a value is left out.</summary>
internal static partial class QueryNames
{
    public static IEnumerable<string> Of(Uri url) => Of(url.Query.TrimStart('?'));

    /// <summary>Names in a query or in the body of a form.</summary>
    public static IEnumerable<string> Of(string encoded) => encoded
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Take(100)
        .Select(p => Uri.UnescapeDataString(p.Split('=', 2)[0].Replace('+', ' ')))
        .Where(n => Name().IsMatch(n) && PathTemplate.NameFor(n) is null);

    [GeneratedRegex(@"^[\w$][\w\-.$\[\]:]{0,63}\z")]
    private static partial Regex Name();
}
