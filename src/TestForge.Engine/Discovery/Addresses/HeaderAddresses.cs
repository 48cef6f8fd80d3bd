using System.Text.RegularExpressions;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>Addresses that the headers of a document name (RFC 8288 and RFC 9110; Refresh as in HTML's pragma of that name).</summary>
internal static partial class HeaderAddresses
{
    private const int MostLinks = 30;
    private const int MaxLength = 4_000;
    private static readonly string[] Single = ["location", "content-location"];

    public static IEnumerable<FactsAddress> Of(VisitedPage visited, IReadOnlyDictionary<string, string> headers) => visited.Url is { } page
        ? Named(headers)
            .Select(n => (Url: AddressText.Resolve(page, n.Address.Trim()), n.Source))
            .Where(n => n.Url is not null)
            .Select(n => new FactsAddress(n.Url!.AbsoluteUri, n.Source))
        : [];

    private static IEnumerable<(string Address, string Source)> Named(IReadOnlyDictionary<string, string> headers)
    {
        if (headers.TryGetValue("refresh", out var refresh) && refresh.Length <= MaxLength && Refresh().Match(refresh) is { Success: true } onward)
        {
            yield return (onward.Groups[1].Value, "refresh");
        }

        if (headers.TryGetValue("link", out var links))
        {
            foreach (var link in Link().Matches(links.Length > MaxLength ? links[..MaxLength] : links).Take(MostLinks))
            {
                yield return (link.Groups[1].Value, "header");
            }
        }

        foreach (var name in Single)
        {
            if (headers.TryGetValue(name, out var address) && address.Length <= MaxLength)
            {
                yield return (address, "header");
            }
        }
    }

    [GeneratedRegex(@"^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?[""']?([^""']+)", RegexOptions.IgnoreCase)]
    private static partial Regex Refresh();

    [GeneratedRegex("<([^<>]{1,2000})>")]
    private static partial Regex Link();
}
