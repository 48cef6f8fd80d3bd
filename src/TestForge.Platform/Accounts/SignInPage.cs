using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Pages;

namespace TestForge.Platform.Accounts;

/// <summary>The pages at which members sign in and out.</summary>
internal static class SignInPage
{
    public const string Path = "/account/sign-in";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", Show);
        pages.MapPost("/sign-in", WithPasswordAsync);
        pages.MapPost("/sign-in/code", WithCodeAsync);
        pages.MapPost("/sign-out", SignOutAsync);
    }

    public static HtmlPage NotFromHere() =>
        new("Not from here", Html.Of($"<p>The tenant lets nobody in from your network.</p>"), StatusCodes.Status403Forbidden);

    private static HtmlPage Show(HttpContext http, string? tenant, string? @return) => Form(http, tenant ?? "", "", Forms.SafeReturn(@return), null);

    private static async Task<IResult> WithPasswordAsync(SignIn signIn, HttpContext http, CancellationToken cancellationToken)
    {
        if (await Forms.ReadAsync(http) is not { } form)
        {
            return Forms.Stale();
        }

        var (tenant, email, back) = (form["tenant"].ToString(), form["email"].ToString(), Forms.SafeReturn(form["return"]));
        var result = await signIn.WithPasswordAsync(tenant, email, form["password"].ToString(), http, cancellationToken);
        return result.Outcome == SignInOutcome.NeedsCode ? CodeForm(http, result.Token!, back, null) : Answer(http, result, back, tenant, email);
    }

    private static async Task<IResult> WithCodeAsync(SignIn signIn, HttpContext http, CancellationToken cancellationToken)
    {
        if (await Forms.ReadAsync(http) is not { } form)
        {
            return Forms.Stale();
        }

        var (ticket, back) = (form["ticket"].ToString(), Forms.SafeReturn(form["return"]));
        var result = await signIn.WithCodeAsync(ticket, form["code"].ToString(), http, cancellationToken);
        return result.Outcome == SignInOutcome.Failed
            ? CodeForm(http, ticket, back, "The code is wrong, was used already, or there were too many tries. If it stays so, begin again.")
            : Answer(http, result, back, "", "");
    }

    private static async Task<IResult> SignOutAsync(Sessions sessions, TenantWork work, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await Forms.ReadAsync(http) is null)
        {
            return Forms.Stale();
        }

        if (await sessions.OfAsync(http, cancellationToken) is { } session)
        {
            var now = clock.GetUtcNow();
            await work.WriteAsync(session.Tenant, db => db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), cancellationToken), cancellationToken);
        }

        Sessions.ForgetCookie(http);
        return TypedResults.LocalRedirect(Path);
    }

    private static IResult Answer(HttpContext http, SignInResult result, string back, string tenant, string email)
    {
        switch (result.Outcome)
        {
            case SignInOutcome.SignedIn:
                Sessions.SetCookie(http, result.Token!);
                return TypedResults.LocalRedirect(back);
            case SignInOutcome.NeedsProvider:
                return new HtmlPage("Sign in with your organisation", Html.Of($"<p>People with your address sign in at their organisation.</p><a class=\"button\" href=\"/account/sso/{result.Provider}?tenant={result.Tenant}&amp;return={Uri.EscapeDataString(back)}\">Go there</a>"));
            case SignInOutcome.AddressNotAllowed:
                return NotFromHere();
            case SignInOutcome.TooMany:
                return Form(http, tenant, email, back, "There were too many tries from your network. Wait a quarter of an hour.", StatusCodes.Status429TooManyRequests);
            default:
                return Form(http, tenant, email, back, "That did not work. Check organisation, e-mail address and password; after several failures, wait a few minutes.", StatusCodes.Status401Unauthorized);
        }
    }

    private static HtmlPage Form(HttpContext http, string tenant, string email, string back, string? error, int status = StatusCodes.Status200OK) => new(
        "Sign in",
        Html.Of($"""
            {(error is null ? Html.Nothing : Html.Of($"<p class=\"error\" role=\"alert\">{error}</p>"))}
            <form method="post" action="{Path}">{Forms.TokenFor(http)}
            <input type="hidden" name="return" value="{back}">
            <label for="tenant">Organisation</label><input id="tenant" name="tenant" value="{tenant}" maxlength="40" autocomplete="organization">
            <p class="hint">Its short name. Empty on a server with one organisation.</p>
            <label for="email">E-mail address</label><input id="email" name="email" value="{email}" maxlength="254" autocomplete="username" required>
            <label for="password">Password</label><input id="password" name="password" type="password" maxlength="{PasswordRules.MaxLength}" autocomplete="current-password" required>
            <button>Sign in</button></form>
            """),
        status);

    private static HtmlPage CodeForm(HttpContext http, string ticket, string back, string? error) => new(
        "One more step",
        Html.Of($"""
            {(error is null ? Html.Nothing : Html.Of($"<p class=\"error\" role=\"alert\">{error}</p>"))}
            <form method="post" action="{Path}/code">{Forms.TokenFor(http)}
            <input type="hidden" name="return" value="{back}"><input type="hidden" name="ticket" value="{ticket}">
            <label for="code">Code of your authenticator, or a recovery code</label><input id="code" name="code" maxlength="40" inputmode="numeric" autocomplete="one-time-code" required>
            <button>Go on</button></form>
            """),
        error is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
}
