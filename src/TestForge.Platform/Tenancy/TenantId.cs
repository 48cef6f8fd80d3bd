namespace TestForge.Platform.Tenancy;

/// <summary>A tenant, by the version-7 Guid of its row.</summary>
public readonly record struct TenantId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
