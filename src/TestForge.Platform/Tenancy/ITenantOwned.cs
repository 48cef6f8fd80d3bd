namespace TestForge.Platform.Tenancy;

/// <summary>A row that belongs to one tenant. Query filter, saving interceptor and row-level security follow from it.</summary>
internal interface ITenantOwned
{
    Guid Id { get; }

    TenantId TenantId { get; }
}
