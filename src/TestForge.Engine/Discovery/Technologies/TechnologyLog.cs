using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Technologies;

/// <summary>The technologies of one crawl, each with the first sign of it.</summary>
internal sealed partial class TechnologyLog
{
    private const int MaxLength = 200;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, TechnologyHint> _found = new(StringComparer.Ordinal);

    public IReadOnlyList<TechnologyHint> Found
    {
        get
        {
            lock (_gate)
            {
                return [.. _found.Values];
            }
        }
    }

    public void AddHeaders(IReadOnlyDictionary<string, string> headers)
    {
        foreach (var header in (string[])["server", "x-powered-by", "x-generator"])
        {
            if (headers.GetValueOrDefault(header) is { Length: > 0 } value)
            {
                foreach (var part in value.Split([',', ' '], 6, StringSplitOptions.RemoveEmptyEntries).Prepend(value))
                {
                    AddProduct(part, $"the header {header}");
                }
            }
        }

        foreach (var (header, name, category) in ((string, string, string)[])
            [("x-aspnet-version", "ASP.NET", "framework"), ("x-drupal-cache", "Drupal", "cms"), ("cf-ray", "Cloudflare", "security"), ("x-amz-cf-id", "CloudFront", "server")])
        {
            if (headers.TryGetValue(header, out var value))
            {
                Add(name, category, header == "x-aspnet-version" ? VersionIn(value) : null, $"the header {header}");
            }
        }
    }

    public void AddCookies(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (TechnologyRules.Cookies.FirstOrDefault(r => name.StartsWith(r.Sign, StringComparison.OrdinalIgnoreCase)) is { } rule)
            {
                Add(rule.Name, rule.Category, version: null, $"a cookie whose name begins with {rule.Sign}");
            }
        }
    }

    public void AddPage(TechnologySigns signs)
    {
        foreach (var mark in signs.Marks.OfType<TechnologyMark>().Where(m => m is { Name: not null, Sign: not null } && TechnologyRules.Marks.ContainsKey(m.Name)))
        {
            Add(mark.Name, TechnologyRules.Marks[mark.Name], VersionIn(mark.Version), mark.Sign);
        }

        foreach (var generator in signs.Generators.OfType<string>())
        {
            AddProduct(generator, "the generator it names");
        }

        foreach (var file in signs.Files.OfType<string>())
        {
            foreach (var folder in TechnologyRules.Folders.Where(f => file.Contains(f.Sign, StringComparison.OrdinalIgnoreCase)))
            {
                Add(folder.Name, folder.Category, version: null, $"files below {folder.Sign}");
            }

            AddFile(file);
        }
    }

    // "jquery-3.7.1.min.js", ".../bootstrap@5.3.2/dist/...", but not "jquery.validate.js" for the version.
    private void AddFile(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        if (TechnologyRules.Files.FirstOrDefault(r => IsFileOf(name, r.Sign)) is { } rule)
        {
            var version = VersionIn(name[rule.Sign.Length..]);
            if (version is null && file.IndexOf($"/{rule.Sign}@", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                version = VersionIn(file[(at + rule.Sign.Length + 2)..].Split('/')[0]);
            }

            Add(rule.Name, rule.Category, version, $"a file named {name}");
        }
    }

    private static bool IsFileOf(string name, string sign) =>
        name.StartsWith(sign, StringComparison.OrdinalIgnoreCase) && FileEnd().IsMatch(name[sign.Length..]);

    private void AddProduct(string text, string evidence)
    {
        if (TechnologyRules.Products.FirstOrDefault(r => text.StartsWith(r.Sign, StringComparison.OrdinalIgnoreCase)) is { } rule)
        {
            Add(rule.Name, rule.Category, VersionIn(text[rule.Sign.Length..]), $"{evidence}: {text}");
        }
    }

    private void Add(string name, string category, string? version, string evidence)
    {
        lock (_gate)
        {
            if (!_found.TryGetValue(name, out var known))
            {
                _found[name] = new(name, category, version, PageText.Clean(evidence, MaxLength));
            }
            else if (known.Version is null && version is not null)
            {
                _found[name] = known with { Version = version, Evidence = PageText.Clean(evidence, MaxLength) };
            }
        }
    }

    private static string? VersionIn(string? text) => text is not null && Version().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^[\s/@v\-.]*(\d{1,5}(\.\d{1,6}){0,3})")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(js)?([\-.@]?v?\d[\d.]*)?([.\-](min|slim|bundle|esm|umd|prod|core|\w{6,20}))*\.m?(js|css)\z", RegexOptions.IgnoreCase)]
    private static partial Regex FileEnd();
}
