namespace TestForge.Engine.Reporting;

/// <summary>Prints a self-contained HTML document as a tagged PDF with an outline.</summary>
/// <remarks>
/// The document brings its own page size, margins, page numbers, header and footer in its style sheet, so a printer
/// prefers the CSS page size, prints backgrounds, and adds no header of its own.
/// </remarks>
internal interface IPdfPrinter
{
    /// <summary>Returns null when it could not be printed, for example because the run was stopped and there is no time.</summary>
    Task<byte[]?> PrintAsync(string html, CancellationToken cancellationToken);
}
