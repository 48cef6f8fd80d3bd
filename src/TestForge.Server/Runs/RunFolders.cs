using System.Security.Cryptography;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;
using TestForge.Platform.Personal;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Runs;

/// <summary>Where runs leave their files: a folder for each tenant, and in it one for each run. Names are ids of ours, never words of a tenant.</summary>
internal sealed class RunFolders(ServerSettings settings, TenantKeys keys) : IRunArtifacts, ITenantFiles, IDisposable
{
    private readonly SemaphoreSlim _clear = new(1, 1);

    public IArtifactStore StoreOf(TenantId tenant, Guid run) => SealedOf(tenant, FolderOf(tenant, run));

    /// <summary>Opens a run's folder, with the key for what it will hold.</summary>
    public async Task<RunFolder> OpenAsync(TenantId tenant, Guid run, CancellationToken cancellationToken)
    {
        var store = SealedOf(tenant, FolderOf(tenant, run));
        await store.PrepareAsync(cancellationToken);
        return RunFolder.Open(FolderOf(tenant, run), store);
    }

    /// <summary>The file that remembers earlier runs at an environment.</summary>
    public string HistoryOf(TenantId tenant, Guid environment)
    {
        var folder = Path.Combine(FolderOf(tenant), "history");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{environment}.jsonl");
    }

    /// <summary>The pictures that runs at an environment compare with.</summary>
    public string BaselinesOf(TenantId tenant, Guid environment) => Path.Combine(FolderOf(tenant), "baselines", environment.ToString());

    /// <summary>Whether anything of a run is there.</summary>
    public bool Has(TenantId tenant, Guid run) => Directory.Exists(FolderOf(tenant, run));

    public async Task RemoveEnvironmentAsync(TenantId tenant, Guid environment, CancellationToken cancellationToken)
    {
        await RemoveFolderAsync(BaselinesOf(tenant, environment), cancellationToken);
        var history = HistoryOf(tenant, environment);
        File.Delete(history);
        File.Delete(PrintsOf(history));
    }

    /// <summary>The file of fingerprints that belongs to a history.</summary>
    public static string PrintsOf(string history) => Path.ChangeExtension(history, ".prints");

    /// <summary>Works with the files of a run that has ended as they were before they were encrypted. One at a time, so that nobody encrypts what another reads.</summary>
    public async Task<T> InClearAsync<T>(TenantId tenant, Guid run, Func<RunFolder, Task<T>> work, CancellationToken cancellationToken)
    {
        await _clear.WaitAsync(cancellationToken);
        try
        {
            await UnsealAsync(tenant, FolderOf(tenant, run), cancellationToken);
            return await work(await OpenAsync(tenant, run, cancellationToken));
        }
        finally
        {
            // Also when nobody waits any more: what is secret must not stay in clear.
            await SealFolderAsync(tenant, FolderOf(tenant, run), CancellationToken.None);
            _clear.Release();
        }
    }

    public void Dispose() => _clear.Dispose();

    /// <summary>Encrypts what a run that has ended left in clear: the files that stages and people look for by name. What is encrypted already stays.</summary>
    public async Task SealAsync(TenantId tenant, Guid run, CancellationToken cancellationToken)
    {
        await _clear.WaitAsync(cancellationToken);
        try
        {
            await SealFolderAsync(tenant, FolderOf(tenant, run), cancellationToken);
        }
        finally
        {
            _clear.Release();
        }
    }

    private async Task SealFolderAsync(TenantId tenant, string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var store = SealedOf(tenant, folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(SealedArtifactStore.Suffix, StringComparison.Ordinal)).ToArray())
        {
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            if (IsDamaged(file, content))
            {
                // Sealed it would count as whole; as it is, whoever reads it is told.
                continue;
            }

            await store.SealAsync(file + SealedArtifactStore.Suffix, ContextOf(tenant, folder, file), content, cancellationToken);
            File.Delete(file);
        }
    }

    /// <summary>Whether a file that is named by its hash has another.</summary>
    private static bool IsDamaged(string file, byte[] content)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.Length == 64 && name.All(char.IsAsciiHexDigitLower) && name != Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public Task RemoveAsync(TenantId tenant, Guid run, CancellationToken cancellationToken) => RemoveFolderAsync(FolderOf(tenant, run), cancellationToken);

    public Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken) => RemoveFolderAsync(FolderOf(tenant), cancellationToken);

    public IReadOnlyList<TenantFile> FilesOf(TenantId tenant)
    {
        var folder = FolderOf(tenant);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => FileOf(tenant, folder, f))] : [];
    }

    private async Task UnsealAsync(TenantId tenant, string folder, CancellationToken cancellationToken)
    {
        var store = SealedOf(tenant, folder);
        var evidence = Path.Combine(folder, RunFolder.EvidenceFolder) + Path.DirectorySeparatorChar;
        foreach (var file in Directory.EnumerateFiles(folder, "*" + SealedArtifactStore.Suffix, SearchOption.AllDirectories).Where(f => !f.StartsWith(evidence, StringComparison.Ordinal)).ToArray())
        {
            var plain = file[..^SealedArtifactStore.Suffix.Length];
            await using (var content = await store.OpenAsync(file, ContextOf(tenant, folder, plain), cancellationToken))
            await using (var written = new FileStream(plain, FileMode.Create, FileAccess.Write))
            {
                await content.CopyToAsync(written, cancellationToken);
            }

            File.Delete(file);
        }
    }

    private TenantFile FileOf(TenantId tenant, string folder, string path)
    {
        var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
        if (!name.EndsWith(SealedArtifactStore.Suffix, StringComparison.Ordinal))
        {
            return new(name, _ => Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true)));
        }

        var plain = path[..^SealedArtifactStore.Suffix.Length];
        var run = Path.Combine(folder, string.Join(Path.DirectorySeparatorChar, name.Split('/').Take(2)));
        return new(name[..^SealedArtifactStore.Suffix.Length], token => SealedOf(tenant, run).OpenAsync(path, ContextOf(tenant, run, plain), token));
    }

    // The name of an artifact is the hash of its content; others go by where they lie.
    private static string ContextOf(TenantId tenant, string run, string file) =>
        Path.GetDirectoryName(file) == Path.Combine(run, RunFolder.EvidenceFolder) && Path.GetFileNameWithoutExtension(file) is { Length: 64 } hash
            ? SealedArtifactStore.ContextOf(tenant, hash)
            : $"file|{tenant}|{Path.GetFileName(run)}|{Path.GetRelativePath(run, file).Replace('\\', '/')}";

    private SealedArtifactStore SealedOf(TenantId tenant, string run) => new(Path.Combine(run, RunFolder.EvidenceFolder), tenant, keys);

    private string FolderOf(TenantId tenant, Guid run) => Path.Combine(FolderOf(tenant), "runs", run.ToString());

    private string FolderOf(TenantId tenant) => Path.Combine(settings.DataFolder, "tenants", tenant.ToString());

    private static Task RemoveFolderAsync(string folder, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        },
        cancellationToken);
}
