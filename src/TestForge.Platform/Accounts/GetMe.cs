using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

internal static class GetMe
{
    /// <summary>Who asks. What is about a member is null for a program of the tenant.</summary>
    public sealed record Response(Guid TenantId, Guid? UserId, string? Email, string? Name, Role? Role, bool HasPassword, bool HasCodes, int RecoveryCodesLeft, IReadOnlyList<string> Scopes);

    public static void Map(IEndpointRouteBuilder me) => me
        .MapGet("", HandleAsync)
        .WithName(nameof(GetMe))
        .WithSummary("Say who asks and what they may do in the tenant")
        .RequireAuthorization(Scopes.AccountRead);

    private static async Task<Ok<Response>> HandleAsync(PlatformDb db, TenantContext tenant, HttpContext http, CancellationToken cancellationToken)
    {
        var user = Caller.UserOf(http.User);
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == user, cancellationToken);
        var account = await db.LocalAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.UserId == user, cancellationToken);
        var left = account is null ? 0 : await db.RecoveryCodes.CountAsync(c => c.AccountId == account.Id && c.UsedAt == null, cancellationToken);
        return TypedResults.Ok(new Response(
            tenant.Current.Value,
            user,
            person?.Email,
            person?.Name,
            Caller.RoleOf(http.User),
            account is not null,
            account?.TotpConfirmedAt is not null,
            left,
            [.. Caller.ScopesOf(http.User)]));
    }
}
