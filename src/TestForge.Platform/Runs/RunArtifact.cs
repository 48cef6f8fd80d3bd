using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>A stored file of a run. The content is in the artifact store, by its hash.</summary>
internal sealed class RunArtifact : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>One of <see cref="ArtifactKinds"/>.</summary>
    public required string Kind { get; init; }

    public required string Sha256 { get; init; }

    public required long Length { get; init; }

    /// <summary>What a person would call the file, such as <c>report.html</c>.</summary>
    public required string Name { get; init; }

    public ArtifactRef Reference => new(Kind, Sha256, Length);
}
