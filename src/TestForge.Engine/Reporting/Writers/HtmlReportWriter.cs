using System.Text;
using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

internal sealed class HtmlReportWriter(ReportDocument document) : IReportWriter
{
    public string Name => "report.html";

    public string Kind => ArtifactKinds.ReportHtml;

    public async Task<byte[]?> WriteAsync(RunReport report, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetBytes(await document.RenderAsync(report, forPrint: false, cancellationToken));
}
