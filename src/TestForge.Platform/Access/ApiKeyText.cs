using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>How an API key is written: as a <see cref="TenantToken"/> that begins with <c>tfk_</c>.</summary>
internal static class ApiKeyText
{
    public const string Prefix = "tfk_";
    public const int TailLength = 4;

    public static string New(TenantId tenant) => TenantToken.New(Prefix, tenant);

    public static bool TryRead(string text, out TenantId tenant) => TenantToken.TryRead(Prefix, text, out tenant);

    public static string Hash(string text) => TenantToken.Hash(text);
}
