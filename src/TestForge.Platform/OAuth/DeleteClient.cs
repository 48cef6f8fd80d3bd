using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.OAuth;

internal static class DeleteClient
{
    public static void Map(IEndpointRouteBuilder clients) => clients
        .MapDelete("/{clientId:guid}", HandleAsync)
        .WithName(nameof(DeleteClient))
        .WithSummary("Remove a client; all of its tokens end at once")
        .RequireAuthorization(Scopes.ClientsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid clientId, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.OAuthClients.SingleOrDefaultAsync(c => c.Id == clientId, cancellationToken) is not { } client)
        {
            return ClientErrors.NotFound(clientId);
        }

        var now = clock.GetUtcNow();
        foreach (var session in await db.Sessions.Where(s => s.ClientId == client.ClientId && s.RevokedAt == null && s.ExpiresAt > now).ToListAsync(cancellationToken))
        {
            session.RevokedAt = now;
        }

        await db.OAuthTokens.Where(t => t.Application!.Id == clientId).ExecuteDeleteAsync(cancellationToken);
        await db.OAuthGrants.Where(g => g.Application!.Id == clientId).ExecuteDeleteAsync(cancellationToken);
        db.Remove(client);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
