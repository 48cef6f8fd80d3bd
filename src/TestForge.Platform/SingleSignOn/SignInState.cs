namespace TestForge.Platform.SingleSignOn;

/// <summary>What the browser carries, protected, from leaving for a provider until it comes back.</summary>
internal sealed record SignInState(Guid Tenant, Guid Provider, string State, string Nonce, string Verifier, string Return, DateTimeOffset Until);
