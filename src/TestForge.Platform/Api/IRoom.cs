using TestForge.Platform.Data;

namespace TestForge.Platform.Api;

/// <summary>Says whether a tenant may have one more of something that is counted.</summary>
internal interface IRoom
{
    /// <summary>Why not, or null.</summary>
    /// <param name="db">The tenant's unit of work.</param>
    /// <param name="what">The row that would be added.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ApiProblem?> WhyNotOneMoreAsync(PlatformDb db, Type what, CancellationToken cancellationToken);
}
