namespace TestForge.Platform.Data;

/// <summary>A database that cannot be used as it is.</summary>
/// <param name="code">Stable code.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class DatabaseException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
