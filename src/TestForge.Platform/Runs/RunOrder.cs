using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>A run to be executed, and whose it is.</summary>
public sealed record RunOrder(TenantId Tenant, Guid ProjectId, Guid EnvironmentId, RunInput Input);
