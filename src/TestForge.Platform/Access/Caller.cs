using System.Security.Claims;

namespace TestForge.Platform.Access;

/// <summary>Who is asking, as authentication found out.</summary>
internal static class Caller
{
    public const string KeyClaim = "key";
    public const string ScopeClaim = "scope";

    /// <summary>The API key of the request.</summary>
    public static Guid Of(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(KeyClaim)!);
}
