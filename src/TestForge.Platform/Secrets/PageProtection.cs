using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace TestForge.Platform.Secrets;

/// <summary>Data protection with the installation's keys: what one server gave out in a page or cookie, another can read, and nothing is left in somebody's home.</summary>
internal sealed class PageProtection(InstallationKeys keys, string purpose = "testforge") : IDataProtector
{
    private const int HeaderBytes = 16;

    public IDataProtector CreateProtector(string purpose1) => new PageProtection(keys, $"{purpose}|{purpose1.Length}:{purpose1}");

    public byte[] Protect(byte[] plaintext)
    {
        var key = keys.Current(InstallationKeyPurpose.Pages);
        return [.. key.Id.ToByteArray(bigEndian: true), .. Envelope.Seal(key.Key, plaintext, Encoding.UTF8.GetBytes(purpose))];
    }

    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length <= HeaderBytes)
        {
            throw new CryptographicException("Too short to be protected.");
        }

        var id = new Guid(protectedData.AsSpan(0, HeaderBytes), bigEndian: true);
        var key = keys.Of(InstallationKeyPurpose.Pages).FirstOrDefault(k => k.Id == id) ?? throw new CryptographicException("Protected with a key that is not known.");
        return Envelope.Open(key.Key, protectedData.AsSpan(HeaderBytes), Encoding.UTF8.GetBytes(purpose));
    }
}
