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
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal static class ResendInvitation
{
    public static void Map(IEndpointRouteBuilder invitations) => invitations
        .MapPost("/{invitationId:guid}/resend", HandleAsync)
        .WithName(nameof(ResendInvitation))
        .WithSummary("Make a new link for an invitation; the one before is no good from now on, and the time begins again")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Invite.Response>, ApiProblem>> HandleAsync(
        Guid invitationId,
        PlatformDb db,
        TenantContext tenant,
        IOptions<AccessOptions> options,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == invitationId, cancellationToken) is not { } invitation)
        {
            return MemberErrors.InvitationNotFound(invitationId);
        }

        var now = clock.GetUtcNow();
        if (invitation.AcceptedAt is not null || invitation.RevokedAt is not null)
        {
            return MemberErrors.InvitationEnded(invitationId);
        }

        if (ChangeRole.WhyNot(http, invitation.Role) is { } more)
        {
            return more;
        }

        var token = TenantToken.New(TenantToken.Invitation, tenant.Current);
        (invitation.Hash, invitation.ExpiresAt) = (TenantToken.Hash(token), now.AddHours(options.Value.InvitationHours));
        invitation.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new Invite.Response(InvitationResponse.Of(invitation, now), InvitationLink.Of(http.Request, options.Value, token)));
    }
}
