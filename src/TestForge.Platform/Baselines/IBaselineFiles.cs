using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Baselines;

/// <summary>Keeps the pictures that runs at an environment compare with.</summary>
public interface IBaselineFiles
{
    /// <summary>Makes a picture of a run the baseline. Throws <see cref="StageException"/> when the picture is gone.</summary>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="run">The run that saw the picture.</param>
    /// <param name="baseline">The baseline as it is to be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task TakeAsync(TenantId tenant, Guid environment, Guid run, Baseline baseline, CancellationToken cancellationToken);
}
