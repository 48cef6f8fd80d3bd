using TestForge.Pipeline;
using TestForge.Platform.Runs;

namespace TestForge.Server.Tests;

/// <summary>Does what a test says in place of the engine, to which all of the platform leads.</summary>
internal sealed class ScriptedExecutor(Func<RunOrder, IRunEvents, CancellationToken, CancellationToken, Task<RunOutcome>> script) : IRunExecutor
{
    /// <summary>Ends at once, with one page and one case that passed.</summary>
    public static ScriptedExecutor Passing => new((order, events, _, _) =>
    {
        events.Publish(new RunEvent.StageStarted("discover"));
        return Task.FromResult(Outcome(order));
    });

    public Task<RunOutcome> ExecuteAsync(RunOrder order, IRunEvents events, CancellationToken finish, CancellationToken abandon) => script(order, events, finish, abandon);

    public static RunOutcome Outcome(RunOrder order, bool interrupted = false) =>
        new(new(order.Input.RunId, Pages: 1, Passed: 1, Failed: 0, Flaky: 0, Healed: 0, NotRun: 0, Findings: 0, HealthScore: 100, interrupted), null, null, new Dictionary<string, ArtifactRef>());
}
