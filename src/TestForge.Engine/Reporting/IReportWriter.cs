using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting;

/// <summary>Writes the report in one format.</summary>
internal interface IReportWriter
{
    /// <summary>The name the file is published under.</summary>
    string Name { get; }

    /// <summary>What the file is, by <see cref="Pipeline.ArtifactKinds"/>.</summary>
    string Kind { get; }

    /// <summary>The file's content, or null when it cannot be made now.</summary>
    Task<byte[]?> WriteAsync(RunReport report, CancellationToken cancellationToken);
}
