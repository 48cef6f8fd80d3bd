using System.Security.Cryptography;
using System.Text;

namespace TestForge.Platform.Tenancy;

/// <summary>Which user an e-mail address is of. A user may be of several tenants, none of which sees the others' users, so the list is shared and holds hashes.</summary>
internal sealed class UserAddress
{
    /// <summary>Made from the address.</summary>
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public static Guid IdOf(string email) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"testforge user {Normal(email)}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>An address as it is kept and compared.</summary>
    public static string Normal(string email) => email.Trim().ToLowerInvariant();
}
