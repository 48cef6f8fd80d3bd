using System.Security.Cryptography;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Runs;

/// <summary>Keeps artifacts encrypted, as files named by the hash of their content. What an earlier version left in clear is read when its hash is right, and never written.</summary>
internal sealed class SealedArtifactStore(string folder, TenantId tenant, TenantKeys keys) : IArtifactStore
{
    public const string Purpose = "artifacts";
    public const string Suffix = ".sealed";

    private readonly FolderArtifactStore _clear = new(folder);

    // Asked once: a run goes on writing while the database is away.
    private (Guid Id, byte[] Key)? _newest;

    /// <summary>Gets the key, while the database is surely there.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken) => _newest ??= await keys.NewestAsync(tenant, Purpose, cancellationToken);

    public async Task<ArtifactRef> PutAsync(string kind, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var reference = new ArtifactRef(kind, Convert.ToHexStringLower(SHA256.HashData(content.Span)), content.Length);
        var path = _clear.PathOf(reference) + Suffix;
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            await SealAsync(path, ContextOf(reference), content, cancellationToken);
        }

        return reference;
    }

    public async Task<Stream> OpenAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        var path = _clear.PathOf(reference);
        return File.Exists(path + Suffix) ? await OpenAsync(path + Suffix, ContextOf(reference), cancellationToken) : await OpenClearAsync(reference, cancellationToken);
    }

    /// <summary>Encrypts a content into a file, which is there whole or not at all.</summary>
    public async Task SealAsync(string path, string context, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var (id, key) = _newest ??= await keys.NewestAsync(tenant, Purpose, cancellationToken);
        await WholeFile.WriteAsync(path, file => SealedFile.WriteAsync(id, key, context, content, file, cancellationToken), cancellationToken);
    }

    /// <summary>Opens an encrypted file. Throws <c>artifact.damaged</c> when it is not what was written.</summary>
    public async Task<Stream> OpenAsync(string path, string context, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, useAsync: true);
        try
        {
            return await SealedFileStream.OpenAsync(file, id => id == _newest?.Id ? Task.FromResult(_newest.Value.Key) : keys.OfAsync(tenant, id, Purpose, cancellationToken), context, cancellationToken);
        }
        catch (CryptographicException e)
        {
            await file.DisposeAsync();
            throw new StageException("artifact.damaged", $"'{Path.GetFileName(path)}' is not what was written there: {e.Message} Restore it from a backup.", retryable: false, e);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<Stream> OpenClearAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        var stream = await _clear.OpenAsync(reference, cancellationToken);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != reference.Sha256)
        {
            await stream.DisposeAsync();
            throw new StageException("artifact.damaged", $"The {reference.Kind} {reference.Sha256} is not what was written. Restore it from a backup.", retryable: false);
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>What an artifact is encrypted as.</summary>
    public static string ContextOf(TenantId tenant, string sha256) => $"artifact|{tenant}|{sha256}";

    private string ContextOf(ArtifactRef reference) => ContextOf(tenant, reference.Sha256);
}
