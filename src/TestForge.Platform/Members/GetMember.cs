using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Members;

internal static class GetMember
{
    public static void Map(IEndpointRouteBuilder members) => members
        .MapGet("/{memberId:guid}", HandleAsync)
        .WithName(nameof(GetMember))
        .WithSummary("Read a member")
        .RequireAuthorization(Scopes.MembersRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<MemberResponse>, ApiProblem>> HandleAsync(Guid memberId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (await ReadAsync(db, memberId, cancellationToken) is not { } member)
        {
            return MemberErrors.NotFound(memberId);
        }

        ETags.Set(http, member.Version);
        return TypedResults.Ok(member);
    }

    public static Task<MemberResponse?> ReadAsync(PlatformDb db, Guid id, CancellationToken cancellationToken) =>
        db.Memberships.AsNoTracking().Where(m => m.Id == id).Select(MemberResponse.Selector(db)).SingleOrDefaultAsync(cancellationToken);
}
