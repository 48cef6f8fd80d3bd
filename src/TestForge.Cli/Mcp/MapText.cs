using System.Globalization;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Tells a site map in few lines.</summary>
internal static class MapText
{
    private const int MaxPages = 60;
    private const int MaxForms = 30;
    private const int MaxFields = 12;
    private const int MaxFlows = 20;
    private const int MaxSkipped = 3;
    private const int MaxWords = 100;

    public static string Of(SiteMap map)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{map.Pages.Count} pages, {map.States.Count} states, {map.Pages.Sum(p => p.Forms.Count)} forms, {map.Flows.Count} flows, {map.ApiCalls.Count} API calls, {map.Skipped.Count} skipped");
        List(text, "pages", map.Pages, MaxPages, p => $"{p.Id} {Words(p.Title)} {p.Url}{(p.Outcome == PageOutcome.Ok ? "" : $" ({p.Outcome}: {McpText.Short(p.OutcomeDetail, MaxWords)})")}, {p.Elements.Count} elements, {p.Forms.Count} forms");
        List(text, "forms", [.. map.Pages.SelectMany(p => p.Forms)], MaxForms, f => $"{f.Id} {f.Purpose} {Words(f.Name)}: {string.Join(", ", f.Fields.Take(MaxFields).Select(x => Words(x.Label)))}{(f.Hazard is null ? "" : $" (not sent: {McpText.Short(f.Hazard, MaxWords)})")}");
        List(text, "flows", map.Flows, MaxFlows, f => $"{f.Kind} {Words(f.Name)}: {string.Join(" > ", f.Stops)}");
        if (map.Skipped.Count > 0)
        {
            text.AppendLine("skipped:");
            foreach (var group in map.Skipped.GroupBy(s => s.Code).OrderByDescending(g => g.Count()))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {group.Key} ({group.Count()}): {string.Join("; ", group.Take(MaxSkipped).Select(s => $"{Words(s.What)}: {McpText.Short(s.Reason, MaxWords)}"))}");
            }
        }

        return text.ToString();
    }

    private static void List<T>(StringBuilder text, string name, IReadOnlyList<T> items, int most, Func<T, string> line)
    {
        if (items.Count > 0)
        {
            text.Append(name).AppendLine(":");
            McpText.Lines(text, items, most, line);
        }
    }

    private static string Words(string text) => $"\"{McpText.Short(text, MaxWords)}\"";
}
