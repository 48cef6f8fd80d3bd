namespace TestForge.Pipeline;

/// <summary>A failure a stage can name. Anything else that escapes a stage is a bug.</summary>
/// <param name="code">Stable code, <c>area.what_was_wrong</c>.</param>
/// <param name="message">What was wrong, where, and what to do.</param>
/// <param name="retryable">Whether the same input may succeed when tried again.</param>
/// <param name="inner">The cause, if another exception was.</param>
public sealed class StageException(string code, string message, bool retryable, Exception? inner = null)
    : Exception(message, inner)
{
    public string Code { get; } = code;

    public bool Retryable { get; } = retryable;
}
