using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Members;
using TestForge.Platform.Pages;

namespace TestForge.Platform.Accounts;

/// <summary>The page at which an invitation is taken.</summary>
internal static class JoinPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/join", ShowAsync);
        pages.MapPost("/join", TakeAsync);
    }

    private static async Task<IResult> ShowAsync(string? token, Join join, HttpContext http, CancellationToken cancellationToken) =>
        await join.FindAsync(token ?? "", cancellationToken) is var (_, invitation, tenant) ? Form(http, invitation, tenant, token!, "", null) : Gone();

    private static async Task<IResult> TakeAsync(Join join, HttpContext http, CancellationToken cancellationToken)
    {
        if (await Forms.ReadAsync(http) is not { } form)
        {
            return Forms.Stale();
        }

        var (token, name, password) = (form["token"].ToString(), form["name"].ToString().Trim(), form["password"].ToString());
        if (await join.FindAsync(token, cancellationToken) is not var (_, invitation, tenant))
        {
            return Gone();
        }

        if (name.Length is 0 or > Tenancy.User.NameLength)
        {
            return Form(http, invitation, tenant, token, name, $"A name has 1 to {Tenancy.User.NameLength} characters.");
        }

        var (outcome, text) = await join.TakeAsync(token, name, password, http, cancellationToken);
        switch (outcome)
        {
            case JoinOutcome.Joined:
                Sessions.SetCookie(http, text!);
                return TypedResults.LocalRedirect("/account");
            case JoinOutcome.BadPassword:
                return Form(http, invitation, tenant, token, name, text);
            case JoinOutcome.NeedsProvider:
                return new HtmlPage("Sign in with your organisation", Html.Of($"<p>People with your address sign in at their organisation.</p><a class=\"button\" href=\"/account/sign-in\">Sign in</a>"), StatusCodes.Status403Forbidden);
            case JoinOutcome.AddressNotAllowed:
                return SignInPage.NotFromHere();
            default:
                return Gone();
        }
    }

    private static HtmlPage Form(HttpContext http, Invitation invitation, string tenant, string token, string name, string? error) => new(
        $"Join {tenant}",
        Html.Of($"""
            {(error is null ? Html.Nothing : Html.Of($"<p class=\"error\" role=\"alert\">{error}</p>"))}
            <p>You were invited as <strong>{invitation.Role.ToString().ToLowerInvariant()}</strong> with the address <strong>{invitation.Email}</strong>.</p>
            <form method="post" action="/account/join">{Forms.TokenFor(http)}
            <input type="hidden" name="token" value="{token}">
            <label for="name">Your name</label><input id="name" name="name" value="{name}" maxlength="{Tenancy.User.NameLength}" autocomplete="name" required>
            <label for="password">New password</label><input id="password" name="password" type="password" minlength="{PasswordRules.MinLength}" maxlength="{PasswordRules.MaxLength}" autocomplete="new-password" required>
            <p class="hint">{PasswordRules.MinLength} characters or more.</p>
            <button>Join</button></form>
            """),
        error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static HtmlPage Gone() =>
        new("This invitation is no good", Html.Of($"<p>It was used, taken back, or is too old. Ask whoever invited you for a new link.</p><a class=\"button\" href=\"/account/sign-in\">Sign in</a>"), StatusCodes.Status404NotFound);
}
