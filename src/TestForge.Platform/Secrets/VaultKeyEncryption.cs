using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace TestForge.Platform.Secrets;

/// <summary>The installation's key stays in Vault, which encrypts and decrypts the tenants' keys by its transit engine.</summary>
internal sealed class VaultKeyEncryption(VaultClient vault, IOptions<VaultOptions> options) : IKeyEncryption
{
    public const string Prefix = "vault:";

    private readonly VaultOptions _options = options.Value;

    /// <summary>Whether a key is one of Vault's, by its id.</summary>
    public static bool IsOfVault(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken) =>
        Wrapped(await AskAsync("encrypt", new() { ["plaintext"] = Convert.ToBase64String(key) }, "ciphertext", cancellationToken));

    public async Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        var plain = await AskAsync("decrypt", new() { ["ciphertext"] = TextOf(wrapped) }, "plaintext", cancellationToken);
        var key = new byte[Envelope.KeyBytes + 1];
        return Convert.TryFromBase64String(plain, key, out var length) && length == Envelope.KeyBytes
            ? key[..length]
            : throw new SecretException("secrets.damaged", "What Vault decrypted is no key of ours. Restore the table data_keys from a backup.");
    }

    public async Task<WrappedKey?> RewrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        // The key does not leave Vault for it.
        var again = Wrapped(await AskAsync("rewrap", new() { ["ciphertext"] = TextOf(wrapped) }, "ciphertext", cancellationToken));
        return again.Id == wrapped.Id ? null : again;
    }

    private async Task<string> AskAsync(string what, JsonObject body, string answer, CancellationToken cancellationToken)
    {
        var data = await vault.PostAsync($"{_options.Mount}/{what}/{_options.Key}", body, cancellationToken);
        return data.TryGetProperty(answer, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : throw new SecretException("vault.refused", $"Vault's answer has no {answer}. Check Vault__Mount: it has to be a transit engine.");
    }

    private static string TextOf(WrappedKey wrapped) => IsOfVault(wrapped.Id)
        ? Encoding.ASCII.GetString(wrapped.Bytes)
        : throw new SecretException("secrets.wrong_key", $"Secrets were encrypted with the key {wrapped.Id}, and this server has Vault's. Start it with that key in TESTFORGE_MASTER_KEY_PREVIOUS too, and run 'testforge-server secrets rotate'.");

    // vault:v3:… says by which version of the key it was encrypted.
    private WrappedKey Wrapped(string ciphertext) =>
        ciphertext.Split(':') is ["vault", ['v', .. var version], _] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new(Encoding.ASCII.GetBytes(ciphertext), $"{Prefix}{_options.Mount}/{_options.Key}:v{version}")
            : throw new SecretException("vault.refused", "Vault's answer is no ciphertext of its transit engine.");
}
