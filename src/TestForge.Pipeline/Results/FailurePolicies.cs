namespace TestForge.Pipeline;

/// <summary>The policy of each class of failure.</summary>
public static class FailurePolicies
{
    /// <summary>Of all policies only <see cref="FailurePolicy.Heal"/> leaves out the second attempt, by which chance is told from fault.</summary>
    public static FailurePolicy Policy(this FailureClass failureClass) => failureClass switch
    {
        FailureClass.LocatorDrift => FailurePolicy.Heal,
        FailureClass.Timing or FailureClass.Environment or FailureClass.Flaky => FailurePolicy.Retry,
        FailureClass.Assertion => FailurePolicy.Fail,
        _ => FailurePolicy.Report,
    };
}
