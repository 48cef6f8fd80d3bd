using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Members;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

internal static class ResetPassword
{
    public static void Map(IEndpointRouteBuilder members) => members
        .MapPost("/{memberId:guid}/password-link", HandleAsync)
        .WithName(nameof(ResetPassword))
        .WithSummary("Make a link at which a member sets a new password. It takes the old one, its codes and all sessions away once it is used.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Invite.Response>, ApiProblem>> HandleAsync(
        Guid memberId,
        PlatformDb db,
        TenantContext tenant,
        IOptions<AccessOptions> options,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await GetMember.ReadAsync(db, memberId, cancellationToken) is not { } member)
        {
            return MemberErrors.NotFound(memberId);
        }

        if (ChangeRole.WhyNot(http, member.Role) is { } more)
        {
            return more;
        }

        var now = clock.GetUtcNow();
        foreach (var open in await db.Invitations.Where(i => i.Email == member.Email && i.AcceptedAt == null && i.RevokedAt == null).ToListAsync(cancellationToken))
        {
            open.RevokedAt = now;
            open.Version++;
        }

        var (invitation, token) = Invite.Make(tenant.Current, member.Email, member.Role, options.Value, now);
        db.Add(invitation);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new Invite.Response(InvitationResponse.Of(invitation, now), InvitationLink.Of(http.Request, options.Value, token)));
    }
}
