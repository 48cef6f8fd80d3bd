using System.Text.Json;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

internal sealed class JsonReportWriter : IReportWriter
{
    public string Name => ReportFormats.Json;

    public Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReportFile>>([new("report.json", ArtifactKinds.ReportJson, JsonSerializer.SerializeToUtf8Bytes(report, ArtifactJson.Indented))]);
}
