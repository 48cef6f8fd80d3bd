using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Members;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <summary>Takes an invitation: whoever has its link chooses a password and is a member. For somebody who is one already it sets the password anew.</summary>
internal sealed class Join(TenantWork work, Passwords passwords, BreachRange breaches, Sessions sessions, TimeProvider clock)
{
    /// <summary>The invitation that a token is of, or null.</summary>
    public async Task<(TenantId Tenant, Invitation Invitation, string TenantName)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!TenantToken.TryRead(TenantToken.Invitation, token, out var tenant))
        {
            return null;
        }

        var (hash, now) = (TenantToken.Hash(token), clock.GetUtcNow());
        return await work.ReadAsync<(TenantId, Invitation, string)?>(
            tenant,
            async db => await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Hash == hash && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now, cancellationToken) is { } invitation
                ? (tenant, invitation, await db.Tenants.Select(t => t.Name).SingleAsync(cancellationToken))
                : null,
            cancellationToken);
    }

    /// <summary>Returns the browser's token, or why not.</summary>
    public async Task<(JoinOutcome Outcome, string? Text)> TakeAsync(string token, string name, string password, HttpContext http, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not var (tenant, found, _))
        {
            return (JoinOutcome.NoInvitation, null);
        }

        if (PasswordRules.WhyNot(password, found.Email) is { } why)
        {
            return (JoinOutcome.BadPassword, why);
        }

        if (await breaches.KnowsAsync(password, cancellationToken))
        {
            return (JoinOutcome.BadPassword, "The password is known from a breach elsewhere. Choose another.");
        }

        var hash = await passwords.HashAsync(password, cancellationToken);
        try
        {
            return await work.WriteAsync(tenant, db => TakeAsync(db, found.Id, name, hash, http, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody was faster with the same link.
            return (JoinOutcome.NoInvitation, null);
        }
    }

    private async Task<(JoinOutcome, string?)> TakeAsync(PlatformDb db, Guid id, string name, string passwordHash, HttpContext http, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now, cancellationToken);
        if (invitation is null)
        {
            return (JoinOutcome.NoInvitation, null);
        }

        var domain = EmailText.DomainOf(invitation.Email);
        if (await db.TenantDomains.AnyAsync(d => d.Name == domain && d.VerifiedAt != null && d.Enforced && d.ProviderId != null, cancellationToken))
        {
            return (JoinOutcome.NeedsProvider, null);
        }

        if (!Networks.Allow((await db.Tenants.AsNoTracking().SingleAsync(cancellationToken)).AllowedNetworks, http.Connection.RemoteIpAddress))
        {
            return (JoinOutcome.AddressNotAllowed, null);
        }

        var member = await db.Users.SingleOrDefaultAsync(u => u.Email == invitation.Email, cancellationToken);
        var user = member?.Id ?? (await Users.JoinAsync(db, invitation.Email, name, invitation.Role, now, cancellationToken)).UserId;
        if (member is not null)
        {
            member.Name = name;
        }

        db.Audit.Begin("AcceptInvitation", Caller.ActorOf(http, ActorKind.Member, user), now);
        invitation.AcceptedAt = now;
        invitation.Version++;
        await EndAsync(db, user, now, cancellationToken);
        db.Add(new LocalAccount { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, UserId = user, PasswordHash = passwordHash, PasswordChangedAt = now });
        var token = sessions.Add(db, user, http);
        await db.SaveChangesAsync(cancellationToken);
        return (JoinOutcome.Joined, token);
    }

    // Whoever sets a password anew may do so because somebody else has the old one.
    private static async Task EndAsync(PlatformDb db, Guid user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.LocalAccounts.SingleOrDefaultAsync(a => a.UserId == user, cancellationToken) is { } old)
        {
            db.Remove(old);
            await db.SaveChangesAsync(cancellationToken);
        }

        foreach (var session in await db.Sessions.Where(s => s.UserId == user && s.RevokedAt == null && s.ExpiresAt > now).ToListAsync(cancellationToken))
        {
            session.RevokedAt = now;
        }
    }
}
