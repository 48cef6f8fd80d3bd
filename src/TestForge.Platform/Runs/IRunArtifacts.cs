using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>Finds the store that holds a run's artifacts. Two tenants never share one.</summary>
public interface IRunArtifacts
{
    IArtifactStore StoreOf(TenantId tenant, Guid run);
}
