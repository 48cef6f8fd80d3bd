namespace TestForge.Pipeline;

/// <summary>A stage's name and limits. The name is stored in run histories: renaming one is a migration.</summary>
/// <param name="Name">Lower-case name, unique among stages.</param>
/// <param name="Timeout">Longest time for one attempt of the stage.</param>
/// <param name="MaxAttempts">How often a retryable failure may be tried in all.</param>
/// <param name="RunsAfterStop">True for a stage that still runs when the run has been told to stop, as the report does.</param>
public sealed record StageDescriptor<TInput, TOutput>(string Name, TimeSpan Timeout, int MaxAttempts = 3, bool RunsAfterStop = false);
