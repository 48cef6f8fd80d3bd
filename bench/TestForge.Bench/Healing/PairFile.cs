using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>Reads files of element pairs, a site a line, in either of two formats: <c>{site, pairs: [{target, match}], candidates}</c>, or <c>{site, targets, candidates}</c> joined by <c>widget_id</c>.</summary>
internal static class PairFile
{
    private const int MaxText = 200;
    private static readonly string[] TextNames = ["visibleText", "visible_text", "text"];

    public static IReadOnlyList<PairSite> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        var sites = new List<PairSite>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim().Length == 0)
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                sites.Add(SiteOf(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
            {
                throw new InvalidDataException($"Line {sites.Count + 1} of {path} is no site of element pairs: {e.Message}", e);
            }
        }

        return sites;
    }

    private static PairSite SiteOf(JsonElement site)
    {
        var candidates = site.GetProperty("candidates").EnumerateArray().ToArray();
        PairElement[] elements = [.. candidates.Select(ElementOf)];
        var targets = site.TryGetProperty("pairs", out var pairs)
            ? pairs.EnumerateArray().Select(p => new PairTarget(ElementOf(p.GetProperty("target")), Within(p.GetProperty("match").GetInt32(), elements.Length)))
            : Joined(site.GetProperty("targets"), candidates);
        return new(site.GetProperty("site").GetString()!, [.. targets], elements);
    }

    private static int Within(int match, int count) => match >= 0 && match < count ? match : throw new FormatException($"there is no candidate {match}");

    private static IEnumerable<PairTarget> Joined(JsonElement targets, JsonElement[] candidates)
    {
        foreach (var target in targets.EnumerateArray())
        {
            var id = Text(target, "widget_id");
            var match = Array.FindIndex(candidates, c => Text(c, "widget_id") == id);
            if (match >= 0)
            {
                yield return new(ElementOf(target), match);
            }
        }
    }

    private static PairElement ElementOf(JsonElement element) =>
        new(PrintOf(element), Text(element, "idxpath").ToLowerInvariant(), Text(element, element.TryGetProperty("isButton", out _) ? "isButton" : "is_button") is "True" or "true" or "yes");

    private static ElementFingerprint PrintOf(JsonElement element)
    {
        var tag = Text(element, "tag").ToLowerInvariant();
        var text = TextNames.Select(n => Text(element, n)).FirstOrDefault(t => t.Length > 0) ?? "";
        var type = Text(element, "type").ToLowerInvariant();
        var alt = Text(element, "alt");
        var xpath = Text(element, "xpath").ToLowerInvariant().Trim('/');
        var neighbours = element.EnumerateObject().Where(p => p.Name.StartsWith("neighbor", StringComparison.Ordinal)).Select(p => Plain(p.Value)).Where(t => t.Length > 0);
        return new()
        {
            Tag = tag,
            Role = RoleOf(tag, type, Text(element, "href")),
            Name = Cut(new[] { tag is "input" or "select" or "textarea" ? "" : text, alt, Text(element, "value"), Text(element, "title"), Text(element, "placeholder") }.FirstOrDefault(t => t.Length > 0) ?? ""),
            Id = Some(element, "id"),
            Type = type.Length > 0 ? type : null,
            NameAttribute = Some(element, "name"),
            Text = text.Length > 0 ? Cut(text) : null,
            Placeholder = Some(element, "placeholder"),
            Alt = alt.Length > 0 ? Cut(alt) : null,
            Title = Some(element, "title"),
            Href = Some(element, "href"),
            Classes = (Text(element, "classList") is { Length: > 0 } classes ? classes : Text(element, "class")).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Box = BoxOf(element.TryGetProperty("location", out var location) ? location : element),
            NeighbourText = Cut(string.Join(' ', neighbours)) is { Length: > 0 } neighbour ? neighbour : null,
            Path = string.Join('/', xpath.Split('/').Select(s => s.Split('[')[0])),
            XPath = xpath,
            Landmark = xpath.Split('/').Reverse().Skip(1).Select(s => LandmarkOf(s.Split('[')[0])).FirstOrDefault(l => l is not null),
        };
    }

    private static string RoleOf(string tag, string type, string href) => (tag, type) switch
    {
        ("a", _) => href.Length > 0 ? "link" : "",
        ("button" or "summary", _) or ("input", "submit" or "button" or "reset" or "image") => "button",
        ("input", "checkbox" or "radio") => type,
        ("input" or "textarea", _) => "textbox",
        ("select", _) => "combobox",
        ("img", _) => "img",
        ("h1" or "h2" or "h3" or "h4" or "h5" or "h6", _) => "heading",
        _ => "",
    };

    private static string? LandmarkOf(string tag) => tag switch
    {
        "header" => "banner",
        "nav" => "navigation",
        "main" => "main",
        "footer" => "contentinfo",
        "aside" => "complementary",
        _ => null,
    };

    private static ElementBox BoxOf(JsonElement element) =>
        new(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"));

    private static double Number(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? 0 : value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) ? number : 0,
        _ => 0,
    };

    private static string? Some(JsonElement element, string name) => Text(element, name) is { Length: > 0 } text ? text : null;

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Plain(value) : "";

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Plain)),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.ToString(),
    };

    private static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;
}
