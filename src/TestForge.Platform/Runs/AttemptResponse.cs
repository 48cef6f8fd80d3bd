using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

/// <param name="Number">1 for the first.</param>
/// <param name="Evidence">Names of artifacts of the run that show it.</param>
internal sealed record AttemptResponse(int Number, bool Passed, DateTimeOffset StartedAt, long Milliseconds, FailureClass? FailureClass, string? Message, IReadOnlyList<string> Evidence);
