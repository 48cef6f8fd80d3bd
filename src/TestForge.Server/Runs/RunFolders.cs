using TestForge.Engine.Hosting;
using TestForge.Pipeline;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Runs;

/// <summary>Where runs leave their files: a folder for each tenant, and in it one for each run. Names are ids of ours, never words of a tenant.</summary>
internal sealed class RunFolders(ServerSettings settings) : IRunArtifacts
{
    public IArtifactStore StoreOf(TenantId tenant, Guid run) => Open(tenant, run).Artifacts;

    public RunFolder Open(TenantId tenant, Guid run) => RunFolder.Open(Path.Combine(FolderOf(tenant), "runs", run.ToString()));

    /// <summary>The file that remembers earlier runs at an environment.</summary>
    public string HistoryOf(TenantId tenant, Guid environment)
    {
        var folder = Path.Combine(FolderOf(tenant), "history");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{environment}.jsonl");
    }

    private string FolderOf(TenantId tenant) => Path.Combine(settings.DataFolder, "tenants", tenant.ToString());
}
