using System.Security.Cryptography;

namespace TestForge.Platform.Webhooks;

/// <summary>Secrets and signatures as in the Standard Webhooks specification, version 1.</summary>
internal static class WebhookSecret
{
    public const string Prefix = "whsec_";

    private const int Bytes = 32;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The value of webhook-signature for one secret: HMAC-SHA-256 over id, time and body with points between.</summary>
    public static string Sign(string secret, string id, long unixSeconds, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), System.Text.Encoding.UTF8.GetBytes($"{id}.{unixSeconds}.{body}")));
}
