using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <param name="Outcome">What came of it.</param>
/// <param name="Tenant">The tenant, when it is known.</param>
/// <param name="Token">The browser's token when somebody is signed in; what the second step needs when a code is asked for.</param>
/// <param name="Provider">The provider at which to sign in instead.</param>
internal sealed record SignInResult(SignInOutcome Outcome, TenantId? Tenant = null, string? Token = null, Guid? Provider = null);
