using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using TestForge.Platform.Audit;

namespace TestForge.Platform.Access;

/// <summary>Who is asking, as authentication found out.</summary>
internal static class Caller
{
    public const string KeyClaim = "key";
    public const string ScopeClaim = "scope";

    /// <summary>The API key of the request.</summary>
    public static Guid Of(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(KeyClaim)!);

    /// <summary>The caller as the audit log names it.</summary>
    public static Actor ActorOf(HttpContext http) =>
        new(ActorKind.ApiKey, Of(http.User), http.Connection.RemoteIpAddress?.ToString(), Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
}
