namespace TestForge.Platform.SingleSignOn;

/// <summary>A provider, or what came from it, that cannot be used. The message may be shown to the tenant's own people.</summary>
internal sealed class ProviderException(string message, Exception? inner = null) : Exception(message, inner);
