using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Limits;
using TestForge.Platform.Members;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <summary>Lets members in by password, and by a code where one is asked for.</summary>
internal sealed class SignIn(
    TenantWork work,
    Passwords passwords,
    Sessions sessions,
    SecretBox secrets,
    IRateCounter counter,
    IDataProtectionProvider protection,
    IOptions<AccessOptions> options,
    TimeProvider clock)
{
    private static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan CodeWindow = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _tickets = protection.CreateProtector("sign-in code");

    public async Task<SignInResult> WithPasswordAsync(string tenantText, string email, string password, HttpContext http, CancellationToken cancellationToken)
    {
        if (!await FitsAsync(http, cancellationToken))
        {
            return new(SignInOutcome.TooMany);
        }

        var address = UserAddress.Normal(email);
        if (password.Length > PasswordRules.MaxLength || EmailText.WhyNot(address) is not null)
        {
            return new(SignInOutcome.Failed);
        }

        if (await Users.TenantOfAsync(work, tenantText, cancellationToken) is not { } tenant)
        {
            await passwords.CompareAsync(null, password, cancellationToken);
            return new(SignInOutcome.Failed);
        }

        var domain = EmailText.DomainOf(address);
        var found = await work.ReadAsync(
            tenant,
            async db => new
            {
                Provider = await db.TenantDomains.Where(d => d.Name == domain && d.VerifiedAt != null && d.Enforced).Select(d => d.ProviderId).FirstOrDefaultAsync(cancellationToken),
                Account = await db.LocalAccounts.AsNoTracking().SingleOrDefaultAsync(a => db.Users.Any(u => u.Id == a.UserId && u.Email == address), cancellationToken),
            },
            cancellationToken);
        if (found.Provider is { } provider)
        {
            // True for everybody with such an address, member or not.
            return new(SignInOutcome.NeedsProvider, tenant, Provider: provider);
        }

        var may = found.Account is { } account && await work.WriteAsync(tenant, db => TakeTryAsync(db, account.Id, cancellationToken), cancellationToken);
        var (right, outdated) = await passwords.CompareAsync(found.Account?.PasswordHash, password, cancellationToken);
        if (found.Account is null || !may || !right)
        {
            return new(SignInOutcome.Failed, tenant);
        }

        var anew = outdated ? await passwords.HashAsync(password, cancellationToken) : null;
        if (found.Account.TotpConfirmedAt is not null)
        {
            var ticket = $"{tenant}|{found.Account.Id}|{(clock.GetUtcNow() + CodeWindow).ToUnixTimeSeconds()}|{anew}";
            return new(SignInOutcome.NeedsCode, tenant, _tickets.Protect(ticket));
        }

        return await CompleteAsync(tenant, found.Account.Id, anew, http, cancellationToken);
    }

    public async Task<SignInResult> WithCodeAsync(string ticket, string code, HttpContext http, CancellationToken cancellationToken)
    {
        if (!await FitsAsync(http, cancellationToken))
        {
            return new(SignInOutcome.TooMany);
        }

        if (Read(ticket) is not var (tenant, id, anew))
        {
            return new(SignInOutcome.Failed);
        }

        var right = await work.WriteAsync(tenant, async db => await TakeTryAsync(db, id, cancellationToken) && await UseCodeAsync(db, id, code, cancellationToken), cancellationToken);
        return right ? await CompleteAsync(tenant, id, anew, http, cancellationToken) : new(SignInOutcome.Failed, tenant);
    }

    /// <summary>Uses a one-time or recovery code up. Two at the same time with one code: one of them fails.</summary>
    public async Task<bool> UseCodeAsync(PlatformDb db, Guid accountId, string code, CancellationToken cancellationToken)
    {
        if (await db.LocalAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken) is not { TotpSecret: { } box, TotpConfirmedAt: not null } account)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var typed = code.Trim().Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length == 6 && typed.All(char.IsAsciiDigit))
        {
            var secret = Convert.FromBase64String(await secrets.OpenAsync(db, EnrolTotp.SecretPurpose, accountId, box, cancellationToken));
            return Totp.StepOf(secret, typed, now, account.TotpLastStep) is { } step
                && await db.LocalAccounts.Where(a => a.Id == accountId && a.TotpLastStep < step).ExecuteUpdateAsync(s => s.SetProperty(a => a.TotpLastStep, step), cancellationToken) == 1;
        }

        var hash = RecoveryCodeText.Hash(code);
        return await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash && c.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), cancellationToken) == 1;
    }

    /// <summary>Counts a try before it is made, so that many at once are not more than one after the other. False when the account is shut.</summary>
    public async Task<bool> TakeTryAsync(PlatformDb db, Guid account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.LocalAccounts.Where(a => a.Id == account && (a.LockedUntil == null || a.LockedUntil <= now)).ExecuteUpdateAsync(s => s.SetProperty(a => a.FailedTries, a => a.FailedTries + 1), cancellationToken) == 0)
        {
            return false;
        }

        var tries = await db.LocalAccounts.Where(a => a.Id == account).Select(a => a.FailedTries).SingleAsync(cancellationToken);
        if (Lockout.After(tries) is { } time)
        {
            var until = now + time;
            await db.LocalAccounts.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.LockedUntil, until), cancellationToken);
        }

        return true;
    }

    /// <summary>After a success, failures are forgotten.</summary>
    public static Task ForgetTriesAsync(PlatformDb db, Guid account, CancellationToken cancellationToken) =>
        db.LocalAccounts.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.FailedTries, 0).SetProperty(a => a.LockedUntil, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Asks for a code before a change of one's own account. Returns why not, or null.</summary>
    public async Task<ApiProblem?> ProveAsync(PlatformDb db, LocalAccount account, string code, CancellationToken cancellationToken)
    {
        if (account.TotpConfirmedAt is null)
        {
            return AccountErrors.CodesOff();
        }

        if (!await TakeTryAsync(db, account.Id, cancellationToken) || !await UseCodeAsync(db, account.Id, code, cancellationToken))
        {
            return AccountErrors.WrongCode();
        }

        await ForgetTriesAsync(db, account.Id, cancellationToken);
        return null;
    }

    private async Task<bool> FitsAsync(HttpContext http, CancellationToken cancellationToken) =>
        (await counter.TakeAsync($"sign-in:{http.Connection.RemoteIpAddress}", options.Value.TriesPerAddress, AddressWindow, cancellationToken)).Allowed;

    private Task<SignInResult> CompleteAsync(TenantId tenant, Guid accountId, string? newHash, HttpContext http, CancellationToken cancellationToken) => work.WriteAsync(
        tenant,
        async db =>
        {
            if (await db.LocalAccounts.SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken) is not { } account)
            {
                return new SignInResult(SignInOutcome.Failed, tenant);
            }

            await ForgetTriesAsync(db, accountId, cancellationToken);
            if (!Networks.Allow((await db.Tenants.AsNoTracking().SingleAsync(cancellationToken)).AllowedNetworks, http.Connection.RemoteIpAddress))
            {
                return new(SignInOutcome.AddressNotAllowed, tenant);
            }

            db.Audit.Begin(nameof(SignIn), Caller.ActorOf(http, ActorKind.Member, account.UserId), clock.GetUtcNow());
            account.PasswordHash = newHash ?? account.PasswordHash;
            var token = sessions.Add(db, account.UserId, http);
            await db.SaveChangesAsync(cancellationToken);
            return new(SignInOutcome.SignedIn, tenant, token);
        },
        cancellationToken);

    private (TenantId Tenant, Guid Account, string? NewHash)? Read(string ticket)
    {
        try
        {
            return _tickets.Unprotect(ticket).Split('|') is [var tenant, var account, var until, var hash] && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                ? (new(Guid.Parse(tenant)), Guid.Parse(account), hash.Length > 0 ? hash : null)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
