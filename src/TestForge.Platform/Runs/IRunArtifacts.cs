using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>Finds what runs leave beside the database. Two tenants never share any of it.</summary>
public interface IRunArtifacts
{
    /// <summary>The store that holds a run's artifacts.</summary>
    IArtifactStore StoreOf(TenantId tenant, Guid run);

    /// <summary>Encrypts what a run that has ended left in clear. May be called again.</summary>
    Task SealAsync(TenantId tenant, Guid run, CancellationToken cancellationToken);

    /// <summary>Removes all that a run left. What is not there is no failure.</summary>
    Task RemoveAsync(TenantId tenant, Guid run, CancellationToken cancellationToken);

    /// <summary>Removes what was kept from run to run at an environment: history, fingerprints, baselines.</summary>
    Task RemoveEnvironmentAsync(TenantId tenant, Guid environment, CancellationToken cancellationToken);
}
