using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TestForge.TestKit.Vault;

/// <summary>
/// The part of Vault's HTTP API that the product uses, with Vault's own paths, status codes and words: transit's encrypt, decrypt and rewrap with
/// versions of a key, AppRole, and being sealed. After https://developer.hashicorp.com/vault/api-docs/secret/transit.
/// </summary>
public sealed class FakeVault : IAsyncDisposable
{
    private const string Mount = "transit";
    private const string KeyName = "testforge";

    private readonly WebApplication _app;
    private readonly List<byte[]> _versions = [RandomNumberGenerator.GetBytes(32)];

    private FakeVault(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <summary>Tokens that are good.</summary>
    public HashSet<string> Tokens { get; } = ["root-token"];

    public string RoleId { get; } = Guid.NewGuid().ToString();

    public string SecretId { get; } = Guid.NewGuid().ToString();

    public bool Sealed { get; set; }

    /// <summary>The least version that is still decrypted.</summary>
    public int MinDecryptionVersion { get; set; } = 1;

    /// <summary>Requests by path.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<FakeVault> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var vault = new FakeVault(app);
        app.Run(vault.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return vault;
    }

    /// <summary>As <c>vault write -f transit/keys/testforge/rotate</c>.</summary>
    public void Rotate() => _versions.Add(RandomNumberGenerator.GetBytes(32));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        lock (Requests)
        {
            Requests.Add(path);
        }

        if (Sealed)
        {
            await FailAsync(http, 503, "Vault is sealed");
            return;
        }

        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();
        if (path == "/v1/auth/approle/login")
        {
            await LogInAsync(http, body);
            return;
        }

        if (!Tokens.Contains(http.Request.Headers["X-Vault-Token"].ToString()))
        {
            await FailAsync(http, 403, "permission denied");
            return;
        }

        if (!path.StartsWith($"/v1/{Mount}/", StringComparison.Ordinal))
        {
            await FailAsync(http, 404, $"no handler for route \"{path[4..]}\". route entry not found.");
            return;
        }

        switch (path[$"/v1/{Mount}/".Length..].Split('/'))
        {
            case ["encrypt", KeyName]:
                await AnswerAsync(http, "ciphertext", Encrypt(Convert.FromBase64String(body["plaintext"]!.ToString())));
                break;
            case ["decrypt", KeyName]:
                await DecryptAsync(http, body["ciphertext"]!.ToString(), plain => ("plaintext", Convert.ToBase64String(plain)));
                break;
            case ["rewrap", KeyName]:
                await DecryptAsync(http, body["ciphertext"]!.ToString(), plain => ("ciphertext", Encrypt(plain)));
                break;
            case ["encrypt", _]:
                // Without the right to create, an unknown key is a forbidden one.
                await FailAsync(http, 403, "permission denied");
                break;
            default:
                await FailAsync(http, 400, "encryption key not found");
                break;
        }
    }

    private string Encrypt(byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(_versions[^1], 16);
        aes.Encrypt(nonce, plain, cipher, tag);
        return $"vault:v{_versions.Count}:{Convert.ToBase64String([.. nonce, .. cipher, .. tag])}";
    }

    private async Task DecryptAsync(HttpContext http, string ciphertext, Func<byte[], (string Name, string Value)> answer)
    {
        if (ciphertext.Split(':') is not ["vault", ['v', .. var number], var text] || !int.TryParse(number, out var version) || version > _versions.Count)
        {
            await FailAsync(http, 400, "invalid ciphertext: no prefix");
            return;
        }

        if (version < MinDecryptionVersion)
        {
            await FailAsync(http, 400, "ciphertext or signature version is disallowed by policy (too old)");
            return;
        }

        var bytes = Convert.FromBase64String(text);
        var plain = new byte[bytes.Length - 28];
        try
        {
            using var aes = new AesGcm(_versions[version - 1], 16);
            aes.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(12, plain.Length), bytes.AsSpan(12 + plain.Length), plain);
        }
        catch (CryptographicException)
        {
            await FailAsync(http, 400, "invalid ciphertext: unable to decrypt");
            return;
        }

        var (name, value) = answer(plain);
        await AnswerAsync(http, name, value);
    }

    private async Task LogInAsync(HttpContext http, JsonObject body)
    {
        if (body["role_id"]?.ToString() != RoleId || body["secret_id"]?.ToString() != SecretId)
        {
            await FailAsync(http, 400, "invalid role or secret ID");
            return;
        }

        var token = $"hvs.{Guid.NewGuid():N}";
        Tokens.Add(token);
        await http.Response.WriteAsJsonAsync(new { request_id = Guid.NewGuid(), auth = new { client_token = token, lease_duration = 3600, renewable = true } });
    }

    private static Task AnswerAsync(HttpContext http, string name, string value) =>
        http.Response.WriteAsJsonAsync(new { request_id = Guid.NewGuid(), lease_id = "", renewable = false, lease_duration = 0, data = new Dictionary<string, string> { [name] = value } });

    private static Task FailAsync(HttpContext http, int status, string why)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { errors = new[] { why } });
    }
}
