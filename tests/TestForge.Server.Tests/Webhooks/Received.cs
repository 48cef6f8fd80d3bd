using System.Security.Cryptography;
using System.Text;

namespace TestForge.Server.Tests.Webhooks;

/// <summary>A message as it came.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string Body)
{
    /// <summary>Whether it is signed with a secret, worked out as the specification says and not by the product's own code.</summary>
    public bool SignedWith(string secret)
    {
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
        return Signature.Split(' ').Contains(expected);
    }
}
