namespace TestForge.Platform.Secrets;

/// <summary>Encrypts the keys of tenants with a key of the installation, which the database never sees.</summary>
internal interface IKeyEncryption
{
    /// <exception cref="SecretException">There is no key, or it cannot be reached.</exception>
    Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken);

    /// <exception cref="SecretException">The key is not known here or cannot be reached, or what was kept is not what was encrypted.</exception>
    Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken);

    /// <summary>The same key, encrypted with the current key of the installation; null when it is already.</summary>
    Task<WrappedKey?> RewrapAsync(WrappedKey wrapped, CancellationToken cancellationToken);
}
