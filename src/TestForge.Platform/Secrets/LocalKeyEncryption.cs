using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace TestForge.Platform.Secrets;

/// <summary>The installation's key comes from the environment or a file and stays in this process.</summary>
internal sealed class LocalKeyEncryption(IOptions<SecretOptions> options) : IKeyEncryption
{
    private static readonly byte[] Context = "testforge data key"u8.ToArray();

    private readonly Lazy<(string Id, byte[] Key)[]> _keys = new(() => Read(options.Value));

    public string CurrentId => _keys.Value[0].Id;

    public Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken) => Task.FromResult(Wrap(key));

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken) => Task.FromResult(Unwrap(wrapped));

    public Task<WrappedKey?> RewrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        if (wrapped.Id == CurrentId)
        {
            return Task.FromResult<WrappedKey?>(null);
        }

        var key = Unwrap(wrapped);
        var again = Wrap(key);
        CryptographicOperations.ZeroMemory(key);
        return Task.FromResult<WrappedKey?>(again);
    }

    private WrappedKey Wrap(byte[] key) => new(Envelope.Seal(_keys.Value[0].Key, key, Context), CurrentId);

    private byte[] Unwrap(WrappedKey wrapped)
    {
        if (Array.Find(_keys.Value, k => k.Id == wrapped.Id) is not { Key: { } key })
        {
            throw new SecretException("secrets.wrong_key", $"Secrets were encrypted with the key {wrapped.Id}, and this server has {string.Join(" and ", _keys.Value.Select(k => k.Id))}. Start it with that key in TESTFORGE_MASTER_KEY, or in TESTFORGE_MASTER_KEY_PREVIOUS beside a new one.");
        }

        try
        {
            return Envelope.Open(key, wrapped.Bytes, Context);
        }
        catch (CryptographicException e)
        {
            throw new SecretException("secrets.damaged", "A tenant's key in the database is not what was written there. Restore the table data_keys from a backup.", e);
        }
    }

    private static (string, byte[])[] Read(SecretOptions options)
    {
        var current = options.Key is { Length: > 0 } text
            ? Parse(text, "TESTFORGE_MASTER_KEY")
            : options.KeyFile is { Length: > 0 } file
                ? Parse(ReadFile(file, options.MakeKeyFile), $"the file '{file}'")
                : throw new SecretException("secrets.no_key", "There is no key to encrypt secrets with. Set TESTFORGE_MASTER_KEY to 32 random bytes in Base64 (openssl rand -base64 32), or TESTFORGE_MASTER_KEY_FILE to a file that holds them.");
        return options.PreviousKey is { Length: > 0 } previous ? [Named(current), Named(Parse(previous, "TESTFORGE_MASTER_KEY_PREVIOUS"))] : [Named(current)];
    }

    private static byte[] Parse(string text, string source)
    {
        var key = new byte[Envelope.KeyBytes + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == Envelope.KeyBytes
            ? key[..length]
            : throw new SecretException("secrets.bad_key", $"The key in {source} is not 32 bytes in Base64. Make one with: openssl rand -base64 32");
    }

    // A name that can be shown: nobody gets from it to the key.
    private static (string, byte[]) Named(byte[] key) => ($"local:{Convert.ToHexStringLower(HMACSHA256.HashData(key, "testforge key id"u8))[..16]}", key);

    private static string ReadFile(string file, bool make)
    {
        try
        {
            if (make && !File.Exists(file))
            {
                Make(file);
            }

            return File.ReadAllText(file, Encoding.ASCII);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SecretException("secrets.no_key", $"The file '{file}' with the key for secrets cannot be read: {e.Message}", e);
        }
    }

    private static void Make(string file)
    {
        var half = $"{file}.{Guid.NewGuid():N}";
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(half, mode))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Envelope.KeyBytes))));
            stream.Flush(flushToDisk: true);
        }

        // A crash leaves no half of a key, and another's key is not overwritten.
        File.Move(half, file, overwrite: false);
    }
}
