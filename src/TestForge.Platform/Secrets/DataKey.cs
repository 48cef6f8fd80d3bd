using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Secrets;

/// <summary>A key that encrypts secrets of one tenant, itself encrypted by the installation's key. The newest one encrypts; older ones still decrypt.</summary>
internal sealed class DataKey : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The key, encrypted.</summary>
    [Masked]
    [NotPersonal("a random key, encrypted")]
    public required byte[] Wrapped { get; set; }

    /// <summary>Which key of the installation encrypts it.</summary>
    [NotPersonal("the name of a key")]
    public required string WrappedBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
