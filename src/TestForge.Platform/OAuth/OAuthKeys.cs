using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.OAuth;

/// <summary>The installation's keys in the form that token libraries take, the one in use first.</summary>
internal sealed class OAuthKeys(InstallationKeys keys)
{
    public IEnumerable<RsaSecurityKey> Signing => keys.Of(InstallationKeyPurpose.Signing).Select(k => new RsaSecurityKey(Parameters(k.Key)) { KeyId = k.Id.ToString("N") });

    public IEnumerable<SymmetricSecurityKey> Encryption => keys.Of(InstallationKeyPurpose.Encryption).Select(k => new SymmetricSecurityKey(k.Key) { KeyId = k.Id.ToString("N") });

    public CancellationToken Changed => keys.Changed;

    private static RSAParameters Parameters(byte[] key)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key, out _);
        return rsa.ExportParameters(includePrivateParameters: true);
    }
}
