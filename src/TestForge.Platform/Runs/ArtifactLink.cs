using System.Buffers.Binary;
using System.Buffers.Text;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>What a signed link says: whose artifact it is, which one, and until when. It is signed by the tenant's own key.</summary>
internal sealed record ArtifactLink(TenantId Tenant, Guid Artifact, DateTimeOffset Expires)
{
    public const string SecretPurpose = "artifact.link";

    private const int ContentBytes = 40;

    /// <summary>What is signed.</summary>
    public byte[] Content()
    {
        var bytes = new byte[ContentBytes];
        Tenant.Value.TryWriteBytes(bytes.AsSpan(0, 16), bigEndian: true, out _);
        Artifact.TryWriteBytes(bytes.AsSpan(16, 16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(32), Expires.ToUnixTimeSeconds());
        return bytes;
    }

    public string Write(byte[] signature) => Base64Url.EncodeToString([.. Content(), .. signature]);

    /// <summary>Returns null for what is no link of ours. Whether it is true says only its signature.</summary>
    public static (ArtifactLink Link, byte[] Signature)? Read(string token)
    {
        if (token.Length > 200 || !Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: ContentBytes + SecretBox.SignatureBytes } bytes)
        {
            return null;
        }

        var tenant = new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(32));
        return tenant == Guid.Empty || seconds is < 0 or > 253_402_300_799
            ? null
            : (new(new(tenant), new(bytes.AsSpan(16, 16), bigEndian: true), DateTimeOffset.FromUnixTimeSeconds(seconds)), bytes[ContentBytes..]);
    }
}
