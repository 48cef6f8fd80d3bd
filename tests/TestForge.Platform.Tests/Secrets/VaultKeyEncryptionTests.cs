using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using TestForge.Platform.Secrets;
using TestForge.TestKit.Vault;

namespace TestForge.Platform.Tests.Secrets;

public sealed class VaultKeyEncryptionTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-vault-").FullName;
    private readonly List<VaultClient> _clients = [];
    private FakeVault _vault = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _vault = await FakeVault.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await _vault.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_key_is_encrypted_by_Vault_and_comes_back()
    {
        var key = RandomNumberGenerator.GetBytes(32);

        var wrapped = await New().WrapAsync(key, Token);

        wrapped.Id.ShouldBe("vault:transit/testforge:v1");
        (await New().UnwrapAsync(wrapped, Token)).ShouldBe(key);
        System.Text.Encoding.ASCII.GetString(wrapped.Bytes).ShouldStartWith("vault:v1:");
    }

    [Fact]
    public async Task After_a_rotation_old_keys_open_and_are_encrypted_anew_once()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var encryption = New();
        var old = await encryption.WrapAsync(key, Token);
        (await encryption.RewrapAsync(old, Token)).ShouldBeNull();

        _vault.Rotate();
        var rewrapped = (await encryption.RewrapAsync(old, Token)).ShouldNotBeNull();

        rewrapped.Id.ShouldBe("vault:transit/testforge:v2");
        (await encryption.UnwrapAsync(old, Token)).ShouldBe(key);
        (await encryption.UnwrapAsync(rewrapped, Token)).ShouldBe(key);
        (await encryption.RewrapAsync(rewrapped, Token)).ShouldBeNull();
        _vault.Requests.Count(r => r.Contains("/decrypt/", StringComparison.Ordinal)).ShouldBe(2, "rewrapping brings no key here");
    }

    [Fact]
    public async Task Trouble_has_names()
    {
        var encryption = New();
        var wrapped = await encryption.WrapAsync(new byte[32], Token);

        _vault.Rotate();
        _vault.MinDecryptionVersion = 2;
        await RefusedAsync(() => encryption.UnwrapAsync(wrapped, Token), "vault.old_version");
        _vault.MinDecryptionVersion = 1;
        await RefusedAsync(() => encryption.UnwrapAsync(wrapped with { Bytes = "vault:v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"u8.ToArray() }, Token), "secrets.damaged");
        await RefusedAsync(() => New(o => o.Key = "other").UnwrapAsync(wrapped, Token), "vault.key_not_found");
        await RefusedAsync(() => New(o => o.Mount = "elsewhere").UnwrapAsync(wrapped, Token), "vault.key_not_found");
        await RefusedAsync(() => New(o => o.Token = "wrong").UnwrapAsync(wrapped, Token), "vault.denied");
        await RefusedAsync(() => New(o => o.Token = null).UnwrapAsync(wrapped, Token), "vault.no_token");
        await RefusedAsync(() => New(o => (o.Token, o.TokenFile) = (null, "/nowhere/token")).UnwrapAsync(wrapped, Token), "vault.no_token");
        await RefusedAsync(() => New(o => o.Address = "http://127.0.0.1:1").UnwrapAsync(wrapped, Token), "vault.unavailable");
        await RefusedAsync(() => New().UnwrapAsync(new(new byte[60], "local:0123"), Token), "secrets.wrong_key");
        _vault.Sealed = true;
        await RefusedAsync(() => encryption.UnwrapAsync(wrapped, Token), "vault.sealed");
        _vault.Sealed = false;
        (await encryption.UnwrapAsync(wrapped, Token)).ShouldBe(new byte[32]);
    }

    [Fact]
    public async Task A_role_signs_in_once_and_again_when_its_token_has_ended()
    {
        var encryption = New(o => (o.Token, o.RoleId, o.SecretId) = (null, _vault.RoleId, _vault.SecretId));
        await encryption.WrapAsync(new byte[32], Token);
        await encryption.WrapAsync(new byte[32], Token);
        _vault.Requests.Count(r => r.EndsWith("/login", StringComparison.Ordinal)).ShouldBe(1);

        _vault.Tokens.Clear();
        await encryption.WrapAsync(new byte[32], Token);

        _vault.Requests.Count(r => r.EndsWith("/login", StringComparison.Ordinal)).ShouldBe(2);
        await RefusedAsync(() => New(o => (o.Token, o.RoleId, o.SecretId) = (null, _vault.RoleId, "wrong")).WrapAsync(new byte[32], Token), "vault.login_failed");
    }

    [Fact]
    public async Task A_token_that_an_agent_replaces_is_read_again()
    {
        var file = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(file, "root-token\n", Token);
        var encryption = New(o => (o.Token, o.TokenFile) = (null, file));
        await encryption.WrapAsync(new byte[32], Token);

        _vault.Tokens.Clear();
        _vault.Tokens.Add("next-token");
        await File.WriteAllTextAsync(file, "next-token\n", Token);

        await encryption.WrapAsync(new byte[32], Token);
    }

    [Fact]
    public async Task An_installation_moves_to_Vault_and_back()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var local = new LocalKeyEncryption(Options.Create(new SecretOptions { Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }));
        var old = await local.WrapAsync(key, Token);

        var there = await new KeyEncryptions(New(), local, id => !VaultKeyEncryption.IsOfVault(id)).RewrapAsync(old, Token);
        var back = await new KeyEncryptions(local, New(), VaultKeyEncryption.IsOfVault).RewrapAsync(there!, Token);

        there!.Id.ShouldStartWith("vault:");
        (await New().UnwrapAsync(there, Token)).ShouldBe(key);
        (await local.UnwrapAsync(back!, Token)).ShouldBe(key);
    }

    private static async Task RefusedAsync(Func<Task> work, string code)
    {
        var trouble = await Should.ThrowAsync<SecretException>(work, code);
        trouble.Code.ShouldBe(code);
        trouble.Message.ShouldNotContain("root-token");
    }

    private VaultKeyEncryption New(Action<VaultOptions>? change = null)
    {
        var options = new VaultOptions { Address = _vault.Url.ToString(), Token = "root-token" };
        change?.Invoke(options);
        var client = new VaultClient(Options.Create(options));
        _clients.Add(client);
        return new(client, Options.Create(options));
    }
}
