using System.Text;
using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

internal sealed class HtmlReportWriter(ReportDocument document) : IReportWriter
{
    public string Name => ReportFormats.Html;

    public async Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken) =>
        [new("report.html", ArtifactKinds.ReportHtml, Encoding.UTF8.GetBytes(await document.RenderAsync(report, forPrint: false, cancellationToken)))];
}
