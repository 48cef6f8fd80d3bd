using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

internal sealed class MemoryStore : IArtifactStore
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public Task<ArtifactRef> PutAsync(string kind, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Task.FromResult(Put(kind, content.ToArray()));

    public Task<Stream> OpenAsync(ArtifactRef reference, CancellationToken cancellationToken) =>
        _contents.TryGetValue(reference.Sha256, out var content)
            ? Task.FromResult<Stream>(new MemoryStream(content, writable: false))
            : throw new StageException("artifact.missing", $"There is no {reference.Kind} {reference.Sha256}.", retryable: false);

    public ArtifactRef Put(string kind, byte[] content)
    {
        var reference = new ArtifactRef(kind, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
        _contents[reference.Sha256] = content;
        return reference;
    }

    public ArtifactRef PutJson<T>(string kind, T value) => Put(kind, JsonSerializer.SerializeToUtf8Bytes(value, ArtifactJson.Compact));

    public byte[] Bytes(ArtifactRef reference) => _contents[reference.Sha256];
}
