using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Reads providers' descriptions and keeps them for a while.</summary>
internal sealed class ProviderDescriptions(ProviderHttp http, TimeProvider clock)
{
    private const int MostKept = 1_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    // A token that names a new key makes us look again, and nobody can make us look all the time.
    private static readonly TimeSpan LookedAgainAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ProviderDescription> _kept = new(StringComparer.Ordinal);

    /// <exception cref="ProviderException">It cannot be read, or is not what it should be.</exception>
    public async Task<ProviderDescription> OfAsync(string issuer, bool anew, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(issuer, out var kept) && now - kept.ReadAt < (anew ? LookedAgainAfter : KeptFor))
        {
            return kept;
        }

        var read = await ReadAsync(issuer, now, cancellationToken);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[issuer] = read;
    }

    private async Task<ProviderDescription> ReadAsync(string issuer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var document = await http.GetAsync(new(issuer.TrimEnd('/') + "/.well-known/openid-configuration"), cancellationToken);
        if (Text(document, "issuer") is var said && said != issuer)
        {
            throw new ProviderException($"It names the issuer '{said}', and the provider was set up with '{issuer}'. They have to be the same.");
        }

        var keys = Address(document, "jwks_uri");
        var set = await http.GetAsync(keys, cancellationToken);
        try
        {
            IReadOnlyList<SecurityKey> signing = [.. new JsonWebKeySet(set.GetRawText()).GetSigningKeys().Where(k => k is not SymmetricSecurityKey)];
            return new(issuer, Address(document, "authorization_endpoint"), Address(document, "token_endpoint"), keys, signing, now);
        }
        catch (ArgumentException e)
        {
            throw new ProviderException("Its keys cannot be read.", e);
        }
    }

    private static string Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new ProviderException($"It has no {name}.");

    private static Uri Address(JsonElement document, string name) =>
        Uri.TryCreate(Text(document, name), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) ? url : throw new ProviderException($"Its {name} is no address with TLS.");
}
