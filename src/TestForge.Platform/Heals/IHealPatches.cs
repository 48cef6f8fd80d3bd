using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Heals;

/// <summary>Makes the patch that gives scripts a new locator.</summary>
public interface IHealPatches
{
    /// <summary>The patch for the scripts of a run, or null when its plan or scripts are gone.</summary>
    /// <param name="tenant">Whose run it is.</param>
    /// <param name="run">The run.</param>
    /// <param name="heal">The heal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<HealPatch?> OfAsync(TenantId tenant, Guid run, RememberedHeal heal, CancellationToken cancellationToken);
}
