using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>Who is asking, as authentication found out.</summary>
internal static class Caller
{
    public const string IdClaim = "caller";
    public const string KindClaim = "kind";
    public const string UserClaim = "user";
    public const string RoleClaim = "role";

    /// <summary>What the caller may do in the tenant: what its key or token and its role both have.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>What its key or token has, whatever the role.</summary>
    public const string GrantedClaim = "granted";

    /// <summary>The API key, session or client of the request.</summary>
    public static Guid Of(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(IdClaim)!);

    /// <summary>The member it acts for, or null when it is a program of the tenant.</summary>
    public static Guid? UserOf(ClaimsPrincipal user) => user.FindFirstValue(UserClaim) is { } id ? Guid.Parse(id) : null;

    /// <summary>The member's role in the tenant, or null.</summary>
    public static Role? RoleOf(ClaimsPrincipal user) => user.FindFirstValue(RoleClaim) is { } role ? Enum.Parse<Role>(role) : null;

    public static IEnumerable<string> ScopesOf(ClaimsPrincipal user) => user.FindAll(ScopeClaim).Select(c => c.Value);

    /// <summary>The caller as the audit log names it.</summary>
    public static Actor ActorOf(HttpContext http)
    {
        var kind = Enum.Parse<ActorKind>(http.User.FindFirstValue(KindClaim)!);
        return ActorOf(http, kind, kind == ActorKind.Member ? UserOf(http.User) : Of(http.User));
    }

    /// <summary>Somebody that a page has let in, as the audit log names it.</summary>
    public static Actor ActorOf(HttpContext http, ActorKind kind, Guid? id) =>
        new(kind, id, http.Connection.RemoteIpAddress?.ToString(), Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
}
