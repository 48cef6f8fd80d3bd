using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;

namespace TestForge.Platform.Accounts;

internal static class RenewRecoveryCodes
{
    public static void Map(IEndpointRouteBuilder me) => me
        .MapPost("/recovery-codes", HandleAsync)
        .WithName(nameof(RenewRecoveryCodes))
        .WithSummary("Replace one's recovery codes; needs a code")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.AccountWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<ConfirmTotp.Response>, ApiProblem>> HandleAsync(CodeRequest request, PlatformDb db, SignIn signIn, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
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

        var codes = await RecoveryCodes.RenewAsync(db, account, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new ConfirmTotp.Response(codes));
    }
}
