using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

/// <summary>Keeps what another module wants of a run that has ended, in the transaction that ends it: all of it or nothing, and once.</summary>
internal interface IRunFinisher
{
    /// <param name="db">The tenant's unit of work.</param>
    /// <param name="run">The run, as it ends.</param>
    /// <param name="outcome">What came of it; null when it broke.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task FinishAsync(PlatformDb db, Run run, RunOutcome? outcome, DateTimeOffset now, CancellationToken cancellationToken);
}
