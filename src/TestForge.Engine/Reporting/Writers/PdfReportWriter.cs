using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Prints the page's paper form. Without a printer, or when it has no time, there is no PDF.</summary>
internal sealed class PdfReportWriter(ReportDocument document, IPdfPrinter printer) : IReportWriter
{
    public string Name => ReportFormats.Pdf;

    public async Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken)
    {
        var html = await document.RenderAsync(report, forPrint: true, cancellationToken);
        return await printer.PrintAsync(html, cancellationToken) is { } pdf ? [new("report.pdf", ArtifactKinds.ReportPdf, pdf)] : [];
    }
}
