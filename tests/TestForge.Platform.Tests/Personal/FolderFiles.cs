using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Tests.Personal;

/// <summary>Files of tenants in a temporary folder, in clear.</summary>
internal sealed class FolderFiles : ITenantFiles, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("testforge-files-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public void Add(TenantId tenant, string name, string content)
    {
        var path = Path.Combine(_root, tenant.ToString(), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public IReadOnlyList<TenantFile> FilesOf(TenantId tenant)
    {
        var folder = Path.Combine(_root, tenant.ToString());
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => new TenantFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), _ => Task.FromResult<Stream>(File.OpenRead(f))))]
            : [];
    }

    public Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(_root, tenant.ToString());
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }
}
