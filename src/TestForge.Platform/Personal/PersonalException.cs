namespace TestForge.Platform.Personal;

/// <summary>An export or an erasure that cannot be done as it was asked for.</summary>
/// <param name="code">Stable code, which has a page in docs/errors.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class PersonalException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
