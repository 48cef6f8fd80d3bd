using TestForge.Pipeline;

namespace TestForge.Engine.Reporting;

/// <summary>A file of the report: new content, or evidence that the store has already.</summary>
internal sealed record ReportFile(string Name, string Kind, ReadOnlyMemory<byte> Content, ArtifactRef? Stored = null)
{
    public static ReportFile Of(string name, ArtifactRef stored) => new(name, stored.Kind, default, stored);
}
