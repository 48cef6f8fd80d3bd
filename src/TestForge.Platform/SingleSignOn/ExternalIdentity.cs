namespace TestForge.Platform.SingleSignOn;

/// <summary>Who a provider says that somebody is.</summary>
internal sealed record ExternalIdentity(string Subject, string Email, string Name, IReadOnlyList<string> Groups);
