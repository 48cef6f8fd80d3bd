namespace TestForge.Platform.Secrets;

/// <summary>A secret cannot be read or written. The message never holds one.</summary>
public sealed class SecretException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code, which has a page in docs/errors.</summary>
    public string Code => code;
}
