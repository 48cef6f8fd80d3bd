using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A call of the application's API; the site map has the schemas of its bodies.</summary>
internal sealed record ReportApiCall(
    string Method,
    string Path,
    string Origin,
    IReadOnlyList<string> Query,
    IReadOnlyList<int> Statuses,
    string? RequestType,
    string? ResponseType,
    int Count,
    int Pages)
{
    public static ReportApiCall Of(ApiCall call) => new(
        call.Method, call.Path, call.Origin, call.Query, call.Statuses, call.RequestType, call.ResponseType, call.Count, call.PageIds.Distinct().Count());
}
