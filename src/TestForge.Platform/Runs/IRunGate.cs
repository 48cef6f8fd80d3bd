using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

/// <summary>Has a say whether a run may be queued, whoever wants it.</summary>
internal interface IRunGate
{
    /// <summary>Why not, or null.</summary>
    Task<ApiProblem?> WhyNotAsync(PlatformDb db, Run run, CancellationToken cancellationToken);
}
