using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <summary>Who is signed in to a browser.</summary>
internal sealed record BrowserSession(TenantId Tenant, Guid Id, Guid UserId, string Email, string Name, Role Role, string TenantName);
