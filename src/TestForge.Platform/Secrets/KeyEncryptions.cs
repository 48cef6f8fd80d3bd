namespace TestForge.Platform.Secrets;

/// <summary>Encrypts with one kind of key and still decrypts what another kind encrypted, while an installation changes over.</summary>
/// <param name="current">Encrypts.</param>
/// <param name="other">Decrypts what is its own.</param>
/// <param name="isOthers">Whether a key, by its id, is of the other kind.</param>
internal sealed class KeyEncryptions(IKeyEncryption current, IKeyEncryption other, Func<string, bool> isOthers) : IKeyEncryption
{
    public Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken) => current.WrapAsync(key, cancellationToken);

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken) => (isOthers(wrapped.Id) ? other : current).UnwrapAsync(wrapped, cancellationToken);

    public async Task<WrappedKey?> RewrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        if (!isOthers(wrapped.Id))
        {
            return await current.RewrapAsync(wrapped, cancellationToken);
        }

        var key = await other.UnwrapAsync(wrapped, cancellationToken);
        try
        {
            return await current.WrapAsync(key, cancellationToken);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(key);
        }
    }
}
