using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Cli.Maps;

/// <summary>Takes from a map what is compared. The host is left out, so that a test system can be compared with the real one.</summary>
internal static class MapItems
{
    public static IReadOnlyList<MapItem> Of(SiteMap map)
    {
        var places = map.Pages.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => Place(p.Url));
        return Unique(map.Pages.Select(Page)
            .Concat(map.States.Select(s => State(s, places)))
            .Concat(map.Pages.SelectMany(p => p.Forms.Select(f => Form(f, Place(p.Url)))))
            .Concat(map.States.SelectMany(s => s.Forms.Select(f => Form(f, places.GetValueOrDefault(s.PageId, s.PageId)))))
            .Concat(map.ApiCalls.Select(c => Call(c, map.Target))));
    }

    // Two things of one name are told apart by their order, so that each has its like.
    private static List<MapItem> Unique(IEnumerable<MapItem> items)
    {
        var seen = new Dictionary<(string Kind, string What), int>();
        var unique = new List<MapItem>();
        foreach (var item in items)
        {
            var count = seen[(item.Kind, item.What)] = seen.GetValueOrDefault((item.Kind, item.What)) + 1;
            unique.Add(count == 1 ? item : item with { What = string.Create(CultureInfo.InvariantCulture, $"{item.What} ({count})") });
        }

        return unique;
    }

    private static MapItem Page(SitePage page) => new(
        "page",
        Place(page.Url),
        new Dictionary<string, string>
        {
            ["outcome"] = page.Outcome.ToString(),
            ["status"] = page.Status.ToString(CultureInfo.InvariantCulture),
            ["title"] = page.Title,
            ["structure"] = page.Fingerprint,
        },
        [.. page.Duplicates.Select(Place)]);

    private static MapItem State(SiteState state, Dictionary<string, string> places) => new(
        "state",
        $"{places.GetValueOrDefault(state.PageId, state.PageId)} '{state.Title}'",
        new Dictionary<string, string>
        {
            ["structure"] = state.Fingerprint,
            ["way"] = string.Join(", ", state.Path.Select(s => $"{s.Action} {s.Value}".Trim())),
        },
        []);

    private static MapItem Form(PageForm form, string place) => new(
        "form",
        $"{place} {form.Method.ToUpperInvariant()} {Place(form.Action)}{(form.Name.Length > 0 ? $" '{form.Name}'" : "")}",
        new Dictionary<string, string>
        {
            ["purpose"] = form.Purpose.ToString(),
            ["fields"] = string.Join(", ", form.Fields.Select(Field)),
        },
        []);

    private static string Field(FormField field) => $"{(field.Name is { Length: > 0 } name ? name : field.Label)}:{field.Type}{(field.Required ? " required" : "")}";

    private static MapItem Call(ApiCall call, Uri target) => new(
        "api-call",
        $"{call.Method} {(call.Origin == target.GetLeftPart(UriPartial.Authority) ? "" : call.Origin)}{call.Path}{(call.Operation is { } operation ? $" {operation}" : "")}",
        new Dictionary<string, string>
        {
            ["statuses"] = string.Join(", ", call.Statuses),
            ["query"] = string.Join(", ", call.Query),
            ["request type"] = call.RequestType ?? "",
            ["response type"] = call.ResponseType ?? "",
            ["request structure"] = call.RequestSchema?.ToJsonString() ?? "",
            ["response structure"] = call.ResponseSchema?.ToJsonString() ?? "",
        },
        []);

    private static string Place(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.PathAndQuery + url.Fragment : address;
}
