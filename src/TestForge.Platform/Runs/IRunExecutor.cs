using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

/// <summary>Executes runs, wherever that is.</summary>
public interface IRunExecutor
{
    /// <summary>Runs the whole chain, or goes on with it after the last stage that was finished. Throws <see cref="StageException"/> for a failure that has a name.</summary>
    /// <param name="order">What is to be run.</param>
    /// <param name="events">Hears what happens.</param>
    /// <param name="finish">Lets the run end with what it has and report that.</param>
    /// <param name="abandon">Ends it at once. It will be ordered again, and goes on then.</param>
    Task<RunOutcome> ExecuteAsync(RunOrder order, IRunEvents events, CancellationToken finish, CancellationToken abandon);
}
