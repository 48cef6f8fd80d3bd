using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Members;

internal static class RevokeInvitation
{
    public static void Map(IEndpointRouteBuilder invitations) => invitations
        .MapDelete("/{invitationId:guid}", HandleAsync)
        .WithName(nameof(RevokeInvitation))
        .WithSummary("Take an invitation back")
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid invitationId, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == invitationId, cancellationToken) is not { } invitation)
        {
            return MemberErrors.InvitationNotFound(invitationId);
        }

        if (invitation.AcceptedAt is not null)
        {
            return MemberErrors.InvitationEnded(invitationId);
        }

        invitation.RevokedAt ??= clock.GetUtcNow();
        invitation.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
