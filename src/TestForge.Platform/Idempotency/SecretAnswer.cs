namespace TestForge.Platform.Idempotency;

/// <summary>Marks an endpoint whose answer holds a secret, so that it is not kept for being given again.</summary>
internal sealed class SecretAnswer;
