using System.Security.Cryptography;
using TestForge.Pipeline;

namespace TestForge.Engine.Artifacts;

/// <summary>Keeps artifacts as files named by their hash. A file appears whole or not at all.</summary>
public sealed class FolderArtifactStore(string folder) : IArtifactStore
{
    public async Task<ArtifactRef> PutAsync(string kind, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var reference = new ArtifactRef(kind, Convert.ToHexStringLower(SHA256.HashData(content.Span)), content.Length);
        var path = PathOf(reference);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            await WholeFile.WriteAsync(path, content, cancellationToken);
        }

        return reference;
    }

    public Task<Stream> OpenAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        var path = PathOf(reference);
        return File.Exists(path)
            ? Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true))
            : throw new StageException("artifact.missing", $"The {reference.Kind} '{path}' is missing. Run the stage that makes it again.", retryable: false);
    }

    /// <summary>Where an artifact lies, whether or not it is there.</summary>
    public string PathOf(ArtifactRef reference)
    {
        // The hash comes from files a user may have edited, and becomes part of a path.
        if (reference.Sha256.Length != 64 || !reference.Sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new StageException("artifact.bad_reference", $"'{reference.Sha256}' is no SHA-256, in a reference to a {reference.Kind}.", retryable: false);
        }

        return Path.Combine(folder, reference.Sha256 + ArtifactKinds.ExtensionOf(reference.Kind));
    }
}
