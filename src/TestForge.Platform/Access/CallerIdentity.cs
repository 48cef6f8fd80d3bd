using System.Net;
using System.Security.Claims;
using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>A caller that has shown who it is.</summary>
/// <param name="Tenant">Whose caller it is.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Id">The key, session or client that requests are counted by.</param>
/// <param name="User">The member it acts for; null for a program of the tenant.</param>
/// <param name="Role">The member's role.</param>
/// <param name="Granted">The scopes of the key or token.</param>
/// <param name="AllowedNetworks">From where the tenant may be used; empty: from everywhere.</param>
internal sealed record CallerIdentity(TenantId Tenant, ActorKind Kind, Guid Id, Guid? User, Role? Role, IReadOnlyCollection<string> Granted, IReadOnlyList<string> AllowedNetworks)
{
    public bool MayComeFrom(IPAddress? address) => Networks.Allow(AllowedNetworks, address);

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims = [new(Caller.IdClaim, Id.ToString()), new(Caller.KindClaim, Kind.ToString())];
        if (User is { } user && Role is { } role)
        {
            claims.Add(new(Caller.UserClaim, user.ToString()));
            claims.Add(new(Caller.RoleClaim, role.ToString()));
        }

        var roleScopes = Role is { } has ? RoleScopes.Of(has) : null;
        claims.AddRange(Granted.Select(s => new Claim(Caller.GrantedClaim, s)));
        claims.AddRange(Granted.Where(s => roleScopes?.Contains(s) ?? true).Select(s => new Claim(Caller.ScopeClaim, s)));
        return new(new ClaimsIdentity(claims, scheme));
    }
}
