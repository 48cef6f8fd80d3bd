using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Accounts;

internal static class DisableTotp
{
    public static void Map(IEndpointRouteBuilder me) => me
        .MapPost("/totp/disable", HandleAsync)
        .WithName(nameof(DisableTotp))
        .WithSummary("Turn one-time codes off; needs a code")
        .RequireAuthorization(Scopes.AccountWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(CodeRequest request, PlatformDb db, SignIn signIn, HttpContext http, CancellationToken cancellationToken)
    {
        var (account, problem) = await OwnAccount.OfAsync(db, http.User, cancellationToken);
        if (account is null)
        {
            return problem!;
        }

        if (await signIn.ProveAsync(db, account, request.Code, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        (account.TotpSecret, account.TotpConfirmedAt) = (null, null);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
