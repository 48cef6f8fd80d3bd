using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TestForge.Platform.Members;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Reads identity tokens (OpenID Connect Core 1.0, 3.1.3.7): signed by the provider's own key, for us, for this very sign-in, and not too old.</summary>
internal sealed class IdentityTokens(ProviderDescriptions descriptions, TimeProvider clock)
{
    private const int Longest = 64 * 1024;
    private const int MostGroups = 1_000;

    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(2);

    // Never none, and never one whose key would be the client's secret.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };

    /// <exception cref="ProviderException">It is not such a token.</exception>
    public async Task<ExternalIdentity> ReadAsync(string text, IdentityProvider provider, string nonce, CancellationToken cancellationToken)
    {
        var result = await ValidateAsync(text, provider, anew: false, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await ValidateAsync(text, provider, anew: true, cancellationToken);
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            throw new ProviderException($"Its identity token is not valid ({result.Exception?.GetType().Name ?? "no reason"}).", result.Exception);
        }

        if (!token.TryGetPayloadValue<string>("nonce", out var answered) || answered != nonce)
        {
            throw new ProviderException("Its identity token is for another sign-in.");
        }

        if (token.Audiences.Count() > 1 && (!token.TryGetPayloadValue<string>("azp", out var authorized) || authorized != provider.ClientId))
        {
            throw new ProviderException("Its identity token was made for another program.");
        }

        return IdentityOf(token, provider);
    }

    private static ExternalIdentity IdentityOf(JsonWebToken token, IdentityProvider provider)
    {
        if (token.Subject is not { Length: > 0 and <= ExternalLogin.SubjectLength } subject)
        {
            throw new ProviderException("Its identity token names no subject.");
        }

        if (!token.TryGetPayloadValue<string>("email", out var email) || EmailText.WhyNot(email) is not null)
        {
            throw new ProviderException("Its identity token names no e-mail address. Let the provider add the claim email.");
        }

        // Read as it was written: the library gives claims types of its own, and some providers write true and false as texts.
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        if (payload.RootElement.TryGetProperty("email_verified", out var verified) && !verified.ToString().Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProviderException("It has not verified the e-mail address.");
        }

        var name = token.TryGetPayloadValue<string>("name", out var said) && said is { Length: > 0 } ? said : email;
        return new(subject, UserAddress.Normal(email), name.Length > User.NameLength ? name[..User.NameLength] : name, GroupsOf(payload.RootElement, provider.GroupsClaim));
    }

    private static string[] GroupsOf(JsonElement payload, string claim)
    {
        if (!payload.TryGetProperty(claim, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!).Take(MostGroups)],
            JsonValueKind.String => [value.GetString()!],
            _ => [],
        };
    }

    private async Task<TokenValidationResult> ValidateAsync(string text, IdentityProvider provider, bool anew, CancellationToken cancellationToken)
    {
        var description = await descriptions.OfAsync(provider.Issuer, anew, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return await _handler.ValidateTokenAsync(text, new()
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = provider.ClientId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = description.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until > now - ClockDifference && (from is null || from < now + ClockDifference),
        });
    }
}
