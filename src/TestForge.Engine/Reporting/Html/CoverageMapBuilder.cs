using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

internal static class CoverageMapBuilder
{
    private const int MaxRows = 300;
    private const int MaxPrinted = 60;

    public static CoverageMapView? Build(RunReport report, bool forPrint)
    {
        var room = forPrint ? MaxPrinted : MaxRows;
        var pages = report.Pages.ToDictionary(p => p.Id, StringComparer.Ordinal);
        string[] techniques = [.. report.Coverage.Map.SelectMany(p => p.Techniques.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return techniques.Length == 0 ? null : new(
            techniques,
            [
                .. report.Coverage.Map.Take(room).Select(p => new CoverageRowView(
                    pages[p.PageId].Title.Length > 0 ? pages[p.PageId].Title : pages[p.PageId].Url,
                    pages[p.PageId].Url,
                    Uri.TryCreate(pages[p.PageId].Url, UriKind.Absolute, out var uri) ? uri.PathAndQuery + uri.Fragment : pages[p.PageId].Url,
                    [.. techniques.Select(t => p.Techniques.GetValueOrDefault(t))],
                    p,
                    p.Techniques.Count == 0)),
            ],
            Math.Max(0, report.Coverage.Map.Count - room));
    }
}
