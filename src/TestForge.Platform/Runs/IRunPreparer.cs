using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

/// <summary>Gives a run something that another module knows, before it is executed.</summary>
internal interface IRunPreparer
{
    /// <param name="db">The tenant's unit of work.</param>
    /// <param name="run">The run.</param>
    /// <param name="order">What is ordered so far.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<RunOrder> PrepareAsync(PlatformDb db, Run run, RunOrder order, CancellationToken cancellationToken);
}
