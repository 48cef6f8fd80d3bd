using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Triage.Opinions;

/// <summary>A backend whose cases fail at their first step in a way that no rule knows.</summary>
internal sealed class UnknownBackend : IExecutionBackend
{
    public const string Called = "unknown-failures";

    public string Name => Called;

    public Task<RunResults> RunAsync(TestPlan plan, ExecuteInput input, CancellationToken cancellationToken) => Task.FromResult(new RunResults
    {
        Backend = Name,
        Cases = [.. input.CaseIds.Select(id => new CaseResult(id, Verdict.Failed, [Attempt]) { Diagnosis = new(FailureClass.Unknown, ["Something odd."]) })],
    });

    private static Attempt Attempt => new()
    {
        Number = 1,
        Passed = false,
        StartedAt = DateTimeOffset.UnixEpoch,
        Milliseconds = 1,
        Failure = new(FailureClass.Unknown, 0, "Something odd.", ElementId: "p1.e1"),
    };
}
