using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A kept file. File is its address relative to the report.</summary>
internal sealed record ReportEvidence(string Kind, string File, string Sha256, long Length)
{
    public static ReportEvidence Of(ArtifactRef reference) => new(
        reference.Kind,
        $"evidence/{reference.Sha256}{ArtifactKinds.ExtensionOf(reference.Kind)}",
        reference.Sha256,
        reference.Length);

    public ArtifactRef ToRef() => new(Kind, Sha256, Length);
}
