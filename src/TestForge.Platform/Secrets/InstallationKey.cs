using TestForge.Platform.Personal;

namespace TestForge.Platform.Secrets;

/// <summary>A key of the whole installation, such as the one that signs tokens, encrypted by the master key. It belongs to no tenant.</summary>
internal sealed class InstallationKey
{
    public required Guid Id { get; init; }

    public required InstallationKeyPurpose Purpose { get; init; }

    /// <summary>The key, encrypted.</summary>
    [NotPersonal("a random key, encrypted")]
    public required byte[] Wrapped { get; set; }

    /// <summary>Which master key encrypts it.</summary>
    [NotPersonal("the name of a key")]
    public required string WrappedBy { get; set; }

    /// <summary>From when on it is used. Others learn of it before, and it is known for a while after.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }
}
