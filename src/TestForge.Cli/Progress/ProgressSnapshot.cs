namespace TestForge.Cli.Progress;

/// <summary>A run's progress at one moment.</summary>
/// <param name="Stages">In the order they began.</param>
/// <param name="Elapsed">Since the command was started.</param>
/// <param name="Remaining">Estimate for the running stage, or null when there is too little to go by.</param>
/// <param name="Failures">Cases whose latest verdict is a failure.</param>
internal sealed record ProgressSnapshot(IReadOnlyList<StageProgress> Stages, TimeSpan Elapsed, TimeSpan? Remaining, int Failures)
{
    public StageProgress? Current => Stages.LastOrDefault(s => s.Running);
}
