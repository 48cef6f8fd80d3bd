using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Accounts;

internal static class EnrolTotp
{
    public const string SecretPurpose = "account.totp";

    private const string Issuer = "TestForge";

    /// <summary>What an authenticator has to know. Shown here and never again.</summary>
    public sealed record Response(string Secret, string Uri);

    public static void Map(IEndpointRouteBuilder me) => me
        .MapPost("/totp", HandleAsync)
        .WithName(nameof(EnrolTotp))
        .WithSummary("Begin to use one-time codes. They are asked for once one was confirmed.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.AccountWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(PlatformDb db, SecretBox secrets, HttpContext http, CancellationToken cancellationToken)
    {
        var (account, problem) = await OwnAccount.OfAsync(db, http.User, cancellationToken);
        if (account is null)
        {
            return problem!;
        }

        if (account.TotpConfirmedAt is not null)
        {
            return AccountErrors.CodesOn();
        }

        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        account.TotpSecret = await secrets.SealAsync(db, SecretPurpose, account.Id, Convert.ToBase64String(secret), cancellationToken);
        account.TotpLastStep = 0;
        await db.SaveChangesAsync(cancellationToken);
        var email = await db.Users.Where(u => u.Id == account.UserId).Select(u => u.Email).SingleAsync(cancellationToken);
        var text = Totp.Write(secret);
        return TypedResults.Ok(new Response(text, Totp.UriOf(Issuer, email, text)));
    }
}
