using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TestForge.TestKit.Identity;

/// <summary>An OpenID provider on this machine that lets everybody in at once, as whoever the test says, and lies where the test wants it to.</summary>
public sealed class FakeIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "testforge";
    public const string ClientSecret = "the provider's own secret";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Redirect)> _codes = new();
    private RSA _key = RSA.Create(2048);
    private string _keyId = "key-1";

    private FakeIdentityProvider(WebApplication app) => _app = app;

    public string Issuer => _app.Urls.Single();

    /// <summary>Claims of the next identity token, over those that are right.</summary>
    public Dictionary<string, object?> Claims { get; } = [];

    /// <summary>Writes the next identity token in place of what is right: from its payload.</summary>
    public Func<string, string>? Write { get; set; }

    /// <summary>What the description says of its issuer; null for the truth.</summary>
    public string? SaidIssuer { get; set; }

    /// <summary>How often the token address was asked with the right secret and verifier.</summary>
    public int Redeemed { get; private set; }

    public static async Task<FakeIdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var provider = new FakeIdentityProvider(app);
        app.MapGet("/.well-known/openid-configuration", provider.Describe);
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    /// <summary>Signs with another key from now on, which it publishes.</summary>
    public void RotateKey()
    {
        _key.Dispose();
        (_key, _keyId) = (RSA.Create(2048), $"key-{Guid.NewGuid():N}");
    }

    /// <summary>A token with a header of one's own, signed with the published key, another, or not at all.</summary>
    public string Sign(string payload, string algorithm = "RS256", RSA? key = null, string? keyId = null)
    {
        var signed = $"{Encode($"{{\"alg\":\"{algorithm}\",\"typ\":\"JWT\",\"kid\":\"{keyId ?? _keyId}\"}}")}.{Encode(payload)}";
        return algorithm == "none" ? $"{signed}." : $"{signed}.{Encode((key ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A token that is signed with what everybody may read, the public key, as if it were a secret.</summary>
    public string SignWithPublicKey(string payload)
    {
        var signed = $"{Encode($"{{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"{_keyId}\"}}")}.{Encode(payload)}";
        return $"{signed}.{Encode(HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed)))}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Describe() => Results.Json(new { issuer = SaidIssuer ?? Issuer, authorization_endpoint = $"{Issuer}/authorize", token_endpoint = $"{Issuer}/token", jwks_uri = $"{Issuer}/keys" });

    private IResult Keys()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = _keyId, n = Encode(parameters.Modulus!), e = Encode(parameters.Exponent!) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var code = Guid.NewGuid().ToString("N");
        var redirect = request.Query["redirect_uri"].ToString();
        _codes[code] = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString(), redirect);
        return Results.Redirect($"{redirect}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || !_codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != challenge || asked.Redirect != form["redirect_uri"])
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        Redeemed++;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?> { ["iss"] = Issuer, ["aud"] = ClientId, ["sub"] = "ann-1", ["email"] = "ann@shop.example", ["email_verified"] = true, ["name"] = "Ann", ["nonce"] = asked.Nonce, ["iat"] = now, ["exp"] = now + 300 };
        foreach (var (name, value) in Claims)
        {
            claims[name] = value;
        }

        var payload = JsonSerializer.Serialize(claims.Where(c => c.Value is not null).ToDictionary());
        return Results.Json(new { access_token = "x", token_type = "Bearer", id_token = Write?.Invoke(payload) ?? Sign(payload) });
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
