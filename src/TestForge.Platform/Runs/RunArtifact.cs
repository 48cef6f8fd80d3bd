using TestForge.Pipeline;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>A stored file of a run. The content is in the artifact store, by its hash.</summary>
internal sealed class RunArtifact : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>One of <see cref="ArtifactKinds"/>.</summary>
    [NotPersonal("a word of ours")]
    public required string Kind { get; init; }

    [NotPersonal("the hash of a content")]
    public required string Sha256 { get; init; }

    public required long Length { get; init; }

    /// <summary>What a person would call the file, such as <c>report.html</c>.</summary>
    [NotPersonal("a file name of ours")]
    public required string Name { get; init; }

    public ArtifactRef Reference => new(Kind, Sha256, Length);
}
