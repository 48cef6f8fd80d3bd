using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>A way to run cases.</summary>
internal interface IExecutionBackend
{
    string Name { get; }

    /// <summary>Runs the cases asked for. Stopped, it returns what finished, marked as interrupted.</summary>
    Task<RunResults> RunAsync(TestPlan plan, ExecuteInput input, CancellationToken cancellationToken);
}
