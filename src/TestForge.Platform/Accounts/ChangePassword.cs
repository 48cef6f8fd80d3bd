using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Accounts;

internal static class ChangePassword
{
    public sealed record Request
    {
        [Required]
        [StringLength(PasswordRules.MaxLength)]
        public required string Current { get; init; }

        [Required]
        public required string New { get; init; }
    }

    public static void Map(IEndpointRouteBuilder me) => me
        .MapPost("/password", HandleAsync)
        .WithName(nameof(ChangePassword))
        .WithSummary("Change one's own password; all other sessions end")
        .RequireAuthorization(Scopes.AccountWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(
        Request request,
        PlatformDb db,
        SignIn signIn,
        Passwords passwords,
        BreachRange breaches,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (account, problem) = await OwnAccount.OfAsync(db, http.User, cancellationToken);
        if (account is null)
        {
            return problem!;
        }

        if (!await signIn.TakeTryAsync(db, account.Id, cancellationToken) || !(await passwords.CompareAsync(account.PasswordHash, request.Current, cancellationToken)).Right)
        {
            return AccountErrors.WrongPassword();
        }

        var email = await db.Users.Where(u => u.Id == account.UserId).Select(u => u.Email).SingleAsync(cancellationToken);
        var why = PasswordRules.WhyNot(request.New, email) ?? (await breaches.KnowsAsync(request.New, cancellationToken) ? "The password is known from a breach elsewhere. Choose another." : null);
        if (why is not null)
        {
            return ApiErrors.Invalid("new", why);
        }

        var now = clock.GetUtcNow();
        (account.PasswordHash, account.PasswordChangedAt) = (await passwords.HashAsync(request.New, cancellationToken), now);
        await SignIn.ForgetTriesAsync(db, account.Id, cancellationToken);
        var own = Caller.Of(http.User);
        foreach (var session in await db.Sessions.Where(s => s.UserId == account.UserId && s.Id != own && s.RevokedAt == null && s.ExpiresAt > now).ToListAsync(cancellationToken))
        {
            session.RevokedAt = now;
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
