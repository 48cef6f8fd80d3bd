namespace TestForge.Platform.Secrets;

/// <summary>Encrypts the keys of tenants with a key of the installation, which the database never sees.</summary>
internal interface IKeyEncryption
{
    /// <summary>The key that encrypts now. It names the key and says nothing about it.</summary>
    string CurrentId { get; }

    Task<byte[]> WrapAsync(byte[] key, CancellationToken cancellationToken);

    /// <param name="wrapped">What <see cref="WrapAsync"/> gave.</param>
    /// <param name="id">The key that was the current one then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SecretException">The key is not known here, or what was kept is not what was encrypted.</exception>
    Task<byte[]> UnwrapAsync(byte[] wrapped, string id, CancellationToken cancellationToken);
}
