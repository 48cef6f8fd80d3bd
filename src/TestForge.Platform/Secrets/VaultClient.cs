using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace TestForge.Platform.Secrets;

/// <summary>Speaks to Vault over its HTTP API, version 1. Every failure is a named one, and none repeats what was sent.</summary>
internal sealed class VaultClient : IDisposable
{
    private const int MostOfAnswer = 256 * 1024;

    private readonly VaultOptions _options;
    private readonly HttpClient _http;
    private string? _token;

    public VaultClient(IOptions<VaultOptions> options)
    {
        _options = options.Value;

        // A token goes to the address that was given and to no other.
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2), UseProxy = false })
        {
            BaseAddress = new(_options.Address!.TrimEnd('/') + "/v1/"),
            Timeout = TimeSpan.FromSeconds(_options.TimeoutSeconds),
            MaxResponseContentBufferSize = MostOfAnswer,
        };
    }

    /// <summary>Posts to a path and returns the <c>data</c> of the answer.</summary>
    /// <exception cref="SecretException">It did not go well; the code says how.</exception>
    public async Task<JsonElement> PostAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        var fresh = _token is null;
        _token ??= await SignInAsync(cancellationToken);
        var (status, answer) = await SendAsync(path, body, _token, cancellationToken);
        if (status == HttpStatusCode.Forbidden && !fresh)
        {
            // The token may have ended; an agent has written another, or the role gets one.
            _token = await SignInAsync(cancellationToken);
            (status, answer) = await SendAsync(path, body, _token, cancellationToken);
        }

        if (status != HttpStatusCode.OK)
        {
            _token = status == HttpStatusCode.Forbidden ? null : _token;
            throw FailureOf(status, answer);
        }

        return DataOf(answer, "data");
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        if (_options.Token is { Length: > 0 } token)
        {
            return token;
        }

        if (_options.TokenFile is { Length: > 0 } file)
        {
            return await ReadAsync(file, cancellationToken);
        }

        if (_options.RoleId is not { Length: > 0 } role)
        {
            throw new SecretException("vault.no_token", "Vault asks who this is, and neither a token nor an AppRole is set. Set Vault__Token, Vault__TokenFile, or Vault__RoleId with Vault__SecretIdFile.");
        }

        var secret = _options.SecretIdFile is { Length: > 0 } secretFile ? await ReadAsync(secretFile, cancellationToken) : _options.SecretId;
        var (status, answer) = await SendAsync($"auth/{_options.AppRoleMount}/login", new() { ["role_id"] = role, ["secret_id"] = secret }, null, cancellationToken);
        return status switch
        {
            HttpStatusCode.OK when DataOf(answer, "auth").TryGetProperty("client_token", out var given) => given.GetString()!,
            HttpStatusCode.BadRequest or HttpStatusCode.Forbidden => throw new SecretException("vault.login_failed", "Vault does not take the AppRole: the role or its secret is wrong, used up, or has ended. Give a new secret id in Vault__SecretIdFile."),
            _ => throw FailureOf(status, answer),
        };
    }

    private async Task<(HttpStatusCode Status, string Answer)> SendAsync(string path, JsonObject body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Vault-Request", "true");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Token", token);
        }

        if (_options.Namespace is { Length: > 0 } space)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Namespace", space);
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SecretException("vault.unavailable", $"Vault at {_options.Address} does not answer: {(e is HttpRequestException ? e.Message : $"nothing came within {_options.TimeoutSeconds} s.")} Check Vault__Address and that it runs.", e);
        }
    }

    private SecretException FailureOf(HttpStatusCode status, string answer) => (status, string.Join(' ', ErrorsOf(answer))) switch
    {
        (HttpStatusCode.Forbidden, _) => new("vault.denied", $"Vault does not let this server use the key {Name}. Its token needs a policy with 'update' on {_options.Mount}/encrypt/{_options.Key}, {_options.Mount}/decrypt/{_options.Key} and {_options.Mount}/rewrap/{_options.Key}."),
        (HttpStatusCode.ServiceUnavailable, _) => new("vault.sealed", $"Vault at {_options.Address} is sealed or in maintenance. Unseal it."),
        (HttpStatusCode.NotFound, _) => new("vault.key_not_found", $"Vault has no key {Name}, or no transit engine there. Make it with: vault write -f {_options.Mount}/keys/{_options.Key}"),
        (HttpStatusCode.BadRequest, var why) when why.Contains("key not found", StringComparison.OrdinalIgnoreCase) => new("vault.key_not_found", $"Vault has no key {Name}. Make it with: vault write -f {_options.Mount}/keys/{_options.Key}"),
        (HttpStatusCode.BadRequest, var why) when why.Contains("too old", StringComparison.OrdinalIgnoreCase) => new("vault.old_version", $"A tenant's key was encrypted with a version of {Name} that Vault no longer decrypts. Lower min_decryption_version, run 'testforge-server secrets rotate', and raise it again."),
        (HttpStatusCode.BadRequest, var why) when why.Contains("invalid ciphertext", StringComparison.OrdinalIgnoreCase) || why.Contains("authentication failed", StringComparison.OrdinalIgnoreCase) =>
            new("secrets.damaged", "A tenant's key in the database is not what Vault encrypted. Restore the table data_keys from a backup."),
        (>= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests, _) => new("vault.unavailable", $"Vault at {_options.Address} answers {(int)status} for now. It is asked again."),
        _ => new("vault.refused", $"Vault answers {(int)status} to a request for the key {Name}. Check Vault__Address, Vault__Mount and the version of Vault."),
    };

    private string Name => $"{_options.Mount}/{_options.Key}";

    private JsonElement DataOf(string answer, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.GetProperty(name).Clone();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SecretException("vault.refused", $"What answers at {_options.Address} is no Vault of version 1. Check Vault__Address.", e);
        }
    }

    private static IEnumerable<string> ErrorsOf(string answer)
    {
        try
        {
            return JsonNode.Parse(answer)?["errors"] is JsonArray errors ? [.. errors.Select(e => e?.ToString() ?? "")] : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SecretException("vault.no_token", $"The file '{file}', by which this server signs in to Vault, cannot be read: {e.Message}", e);
        }
    }
}
