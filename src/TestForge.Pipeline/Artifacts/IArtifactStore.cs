namespace TestForge.Pipeline;

/// <summary>Holds values too large for a plan's history, by content hash.</summary>
public interface IArtifactStore
{
    /// <summary>Stores <paramref name="content"/> and returns its reference; storing the same content again changes nothing.</summary>
    Task<ArtifactRef> PutAsync(string kind, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Opens a stored value. Throws <see cref="StageException"/> <c>artifact.missing</c> when it is not there.</summary>
    Task<Stream> OpenAsync(ArtifactRef reference, CancellationToken cancellationToken);
}
