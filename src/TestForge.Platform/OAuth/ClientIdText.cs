using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>How client ids are written: a name and the tenant, so that even the look for the client is fenced to that tenant.</summary>
internal static class ClientIdText
{
    /// <summary>The name of the command line's client, which every tenant has.</summary>
    public const string CommandLine = "cli";

    private const int LongestName = 60;

    public static string Of(string name, TenantId tenant) => $"{name}.{tenant.Value:N}";

    public static bool TryRead(string? text, out string name, out TenantId tenant)
    {
        (name, tenant) = ("", default);
        if (text?.Split('.') is not [{ Length: > 0 and <= LongestName } first, var second] || !Guid.TryParseExact(second, "N", out var id) || id == Guid.Empty)
        {
            return false;
        }

        (name, tenant) = (first, new(id));
        return true;
    }
}
