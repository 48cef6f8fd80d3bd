using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Prints the page's paper form. Without a printer, or when it has no time, there is no PDF.</summary>
internal sealed class PdfReportWriter(ReportDocument document, IPdfPrinter printer) : IReportWriter
{
    public string Name => "report.pdf";

    public string Kind => ArtifactKinds.ReportPdf;

    public async Task<byte[]?> WriteAsync(RunReport report, CancellationToken cancellationToken) =>
        await printer.PrintAsync(await document.RenderAsync(report, forPrint: true, cancellationToken), cancellationToken);
}
