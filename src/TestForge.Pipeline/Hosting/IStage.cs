namespace TestForge.Pipeline;

/// <summary>One step of a run. Implementations live in TestForge.Engine and know nothing of what schedules them.</summary>
/// <remarks>
/// Inputs and outputs cross process boundaries, so they are small records that point at artifacts
/// instead of carrying them. A stage may be run again with the same input after a crash.
/// </remarks>
public interface IStage<in TInput, TOutput>
{
    Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancellationToken);
}
