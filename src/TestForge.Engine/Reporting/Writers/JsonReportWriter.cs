using System.Text.Json;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

internal sealed class JsonReportWriter : IReportWriter
{
    public string Name => "report.json";

    public string Kind => ArtifactKinds.ReportJson;

    public Task<byte[]?> WriteAsync(RunReport report, CancellationToken cancellationToken) =>
        Task.FromResult<byte[]?>(JsonSerializer.SerializeToUtf8Bytes(report, ArtifactJson.Indented));
}
