namespace TestForge.Engine.Discovery;

/// <summary>
/// Decides which pages look alike. Same structure at addresses that differ in numbers only is the same page with other
/// data. Same structure at addresses that differ in words may be another page (About, Contact), so a few of those are
/// kept first. Safe for use from several threads.
/// </summary>
internal sealed class PageLikeness
{
    /// <summary>Pages of one template and structure kept before the rest are merged: enough to compare, too few to drown in.</summary>
    private const int KeptAlike = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byTemplate = [];
    private readonly Dictionary<string, List<int>> _byShape = [];

    /// <summary>Whether a page is like those that are kept already, so that nothing more of it is needed. Once true it stays true.</summary>
    public bool Knows(VisitedPage page)
    {
        if (page is not { Url: { } url, Facts: { Fingerprint.Length: > 0 } facts })
        {
            return false;
        }

        var look = Look(facts.Fingerprint, page.Status, facts.Code);
        lock (_gate)
        {
            return _byTemplate.ContainsKey(Template(url, look)) || (_byShape.TryGetValue(Shape(url, look), out var alike) && alike.Count >= KeptAlike);
        }
    }

    /// <summary>Returns the kept page that one is like, or null, and then the page is kept as the one of this number.</summary>
    public int? Place(Uri url, string fingerprint, int status, string? code, int number)
    {
        if (fingerprint.Length == 0)
        {
            return null;
        }

        var look = Look(fingerprint, status, code);
        lock (_gate)
        {
            var template = Template(url, look);
            if (_byTemplate.TryGetValue(template, out var index))
            {
                return index;
            }

            var shape = Shape(url, look);
            if (!_byShape.TryGetValue(shape, out var alike))
            {
                _byShape[shape] = alike = [];
            }

            if (alike.Count >= KeptAlike)
            {
                return _byTemplate[template] = alike[0];
            }

            _byTemplate[template] = number;
            alike.Add(number);
            return null;
        }
    }

    private static string Look(string fingerprint, int status, string? code) => $"{fingerprint} {status} {code}";

    private static string Template(Uri url, string look) => $"{UrlShape.Template(url)} {look}";

    private static string Shape(Uri url, string look) => $"{UrlShape.Of(url)} {look}";
}
