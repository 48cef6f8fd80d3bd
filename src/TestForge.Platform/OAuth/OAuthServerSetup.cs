using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using TestForge.Platform.Access;

namespace TestForge.Platform.OAuth;

/// <summary>Gives the token server its keys and lifetimes, anew each time the keys are others.</summary>
internal sealed class OAuthServerSetup(OAuthKeys keys, IOptions<AccessOptions> access) : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>
{
    public string? Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(keys.Changed);

    public void Configure(OpenIddictServerOptions options)
    {
        options.SigningCredentials.AddRange(keys.Signing.Select(k => new SigningCredentials(k, SecurityAlgorithms.RsaSha256)));
        options.EncryptionCredentials.AddRange(keys.Encryption.Select(k => new EncryptingCredentials(k, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512)));
        options.Issuer = access.Value.PublicUrl;
        options.AccessTokenLifetime = TimeSpan.FromMinutes(access.Value.AccessTokenMinutes);
        options.RefreshTokenLifetime = TimeSpan.FromDays(access.Value.RefreshTokenDays);
    }
}
