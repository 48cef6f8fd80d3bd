using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting;

/// <summary>Writes the report in one format.</summary>
internal interface IReportWriter
{
    /// <summary>The format, by <see cref="ReportFormats"/>.</summary>
    string Name { get; }

    /// <summary>Whether the format is left out unless somebody asks for it.</summary>
    bool OnlyWhenAsked => false;

    /// <summary>The files by the names they are published under; none when the format cannot be made now.</summary>
    Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken);
}
