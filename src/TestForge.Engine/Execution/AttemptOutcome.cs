using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>An attempt that was made.</summary>
/// <param name="Attempt">What there is to tell of it.</param>
/// <param name="SessionExpired">True when it failed because the application no longer knew its session.</param>
internal sealed record AttemptOutcome(Attempt Attempt, bool SessionExpired);
