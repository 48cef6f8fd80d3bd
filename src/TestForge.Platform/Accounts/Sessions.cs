using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <summary>Browsers that are signed in. The cookie names its tenant, like a key; only its hash is kept, and every request looks it up, so a revoked one ends at once.</summary>
internal sealed class Sessions(TenantWork work, IOptions<AccessOptions> options, TimeProvider clock)
{
    public const string Cookie = "testforge_session";

    private static readonly TimeSpan LastSeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>Adds a session for a browser and returns its token. Saves nothing.</summary>
    public string Add(PlatformDb db, Guid user, HttpContext http)
    {
        var token = TenantToken.New(TenantToken.Session, db.CurrentTenant);
        db.Add(New(db, user, http, SessionKind.Browser, TenantToken.Hash(token), clientId: null, TimeSpan.FromHours(options.Value.SessionHours)));
        return token;
    }

    /// <summary>Adds a session for a program that a member let in. Saves nothing.</summary>
    public Session AddProgram(PlatformDb db, Guid user, HttpContext http, string clientId)
    {
        var session = New(db, user, http, SessionKind.Program, "", clientId, TimeSpan.FromDays(options.Value.RefreshTokenDays));
        db.Add(session);
        return session;
    }

    public static void SetCookie(HttpContext http, string token) => http.Response.Cookies.Append(Cookie, token, CookieFor(http));

    public static void ForgetCookie(HttpContext http) => http.Response.Cookies.Delete(Cookie, CookieFor(http));

    /// <summary>Who is signed in, or null.</summary>
    public async Task<BrowserSession?> OfAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Cookies[Cookie] is not { } text || !TenantToken.TryRead(TenantToken.Session, text, out var tenant))
        {
            return null;
        }

        var (hash, now) = (TenantToken.Hash(text), clock.GetUtcNow());
        var found = await work.ReadAsync(
            tenant,
            db => (from session in db.Sessions.AsNoTracking()
                   where session.Hash == hash && session.Kind == SessionKind.Browser && session.RevokedAt == null && session.ExpiresAt > now
                   from member in db.Memberships.Where(m => m.UserId == session.UserId)
                   from user in db.Users.Where(u => u.Id == session.UserId)
                   from owner in db.Tenants
                   select new { Session = session, member.Role, user.Email, user.Name, Tenant = owner.Name, owner.AllowedNetworks }).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (found is null || !Networks.Allow(found.AllowedNetworks, http.Connection.RemoteIpAddress))
        {
            return null;
        }

        if (now - found.Session.LastSeenAt >= LastSeenPrecision)
        {
            await work.WriteAsync(tenant, db => db.Sessions.Where(s => s.Id == found.Session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancellationToken), cancellationToken);
        }

        return new(tenant, found.Session.Id, found.Session.UserId, found.Email, found.Name, found.Role, found.Tenant);
    }

    private Session New(PlatformDb db, Guid user, HttpContext http, SessionKind kind, string hash, string? clientId, TimeSpan life)
    {
        var now = clock.GetUtcNow();
        var agent = http.Request.Headers.UserAgent.ToString();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            TenantId = db.CurrentTenant,
            UserId = user,
            Kind = kind,
            Hash = hash,
            ClientId = clientId,
            Address = http.Connection.RemoteIpAddress?.ToString(),
            Agent = agent.Length > Session.AgentLength ? agent[..Session.AgentLength] : agent,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + life,
        };
    }

    // Lax, because programs send people here from elsewhere to be asked.
    private static CookieOptions CookieFor(HttpContext http) => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
