using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Accounts;

internal static class ConfirmTotp
{
    /// <summary>Each code works once, when the device is lost. Shown here and never again.</summary>
    public sealed record Response(IReadOnlyList<string> RecoveryCodes);

    public static void Map(IEndpointRouteBuilder me) => me
        .MapPost("/totp/confirm", HandleAsync)
        .WithName(nameof(ConfirmTotp))
        .WithSummary("Turn one-time codes on by a first code; the answer has recovery codes")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.AccountWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(CodeRequest request, PlatformDb db, SecretBox secrets, SignIn signIn, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (account, problem) = await OwnAccount.OfAsync(db, http.User, cancellationToken);
        if (account is null)
        {
            return problem!;
        }

        if (account.TotpSecret is not { } box || account.TotpConfirmedAt is not null)
        {
            return AccountErrors.CodesOff();
        }

        var secret = Convert.FromBase64String(await secrets.OpenAsync(db, EnrolTotp.SecretPurpose, account.Id, box, cancellationToken));
        if (!await signIn.TakeTryAsync(db, account.Id, cancellationToken) || Totp.StepOf(secret, request.Code.Trim(), clock.GetUtcNow(), account.TotpLastStep) is not { } step)
        {
            return AccountErrors.WrongCode();
        }

        (account.TotpConfirmedAt, account.TotpLastStep) = (clock.GetUtcNow(), step);
        await SignIn.ForgetTriesAsync(db, account.Id, cancellationToken);
        var codes = await RecoveryCodes.RenewAsync(db, account, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new Response(codes));
    }
}
