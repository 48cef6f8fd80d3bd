using Microsoft.IdentityModel.Tokens;

namespace TestForge.Platform.SingleSignOn;

/// <summary>What a provider says of itself (OpenID Connect Discovery 1.0), and its public keys.</summary>
internal sealed record ProviderDescription(string Issuer, Uri Authorize, Uri Token, Uri Keys, IReadOnlyList<SecurityKey> SigningKeys, DateTimeOffset ReadAt);
