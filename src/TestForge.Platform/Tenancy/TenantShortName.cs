using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TestForge.Platform.Tenancy;

/// <summary>Which tenant a short name is of. All tenants share the list, so it holds the name's hash; that one is given once only is the key's doing.</summary>
internal sealed partial class TenantShortName
{
    public const int NameLength = 40;

    /// <summary>Made from the name.</summary>
    public required Guid Id { get; init; }

    public required TenantId Tenant { get; init; }

    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"testforge tenant {name.ToLowerInvariant()}")).AsSpan(0, 16), bigEndian: true);

    public static bool IsValid(string name) => Form().IsMatch(name) && !Guid.TryParse(name, out _);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
