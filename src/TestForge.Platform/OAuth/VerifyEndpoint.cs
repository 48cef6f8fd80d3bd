using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using TestForge.Platform.Access;
using TestForge.Platform.Accounts;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Pages;

namespace TestForge.Platform.OAuth;

/// <summary>The page at which a member types the code that a program shows, and lets it in.</summary>
internal static class VerifyEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(OAuthRequests.VerifyPath, [HttpMethods.Get, HttpMethods.Post], HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpContext http, PlatformDb db, Sessions sessions, TimeProvider clock, CancellationToken cancellationToken)
    {
        var session = http.Features.Get<BrowserFeature>()?.Session ?? throw new InvalidOperationException("Nobody is signed in, who should have been sent to do so.");
        var typed = (string?)http.GetOpenIddictServerRequest()?.UserCode;
        var result = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (result is not { Succeeded: true, Principal: { } asked } || asked.GetClaim(OpenIddictConstants.Claims.ClientId) is not { Length: > 0 } clientId)
        {
            return Type(http, typed is null ? null : "There is no such code, or it is too old. Look again at what the program shows.");
        }

        var decision = HttpMethods.IsPost(http.Request.Method) && await Forms.ReadAsync(http) is { } form ? form["decision"].ToString() : "";
        if (decision == "no")
        {
            return TypedResults.Forbid(new AuthenticationProperties { RedirectUri = "/account" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var client = await db.OAuthClients.AsNoTracking().SingleAsync(c => c.ClientId == clientId, cancellationToken);
        if (decision != "yes")
        {
            return Ask(http, session, typed!, client.DisplayName ?? clientId, asked.GetScopes());
        }

        db.Audit.Begin("Authorize", Caller.ActorOf(http, ActorKind.Member, session.UserId), clock.GetUtcNow());
        var program = sessions.AddProgram(db, session.UserId, http, clientId);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.SignIn(
            OAuthClaims.ForMember(session.Tenant, session.UserId, session.Email, session.Name, program.Id, asked.GetScopes()),
            new AuthenticationProperties { RedirectUri = "/account" },
            OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static HtmlPage Type(HttpContext http, string? error) => new(
        "Connect a program",
        Html.Of($"""
            {(error is null ? Html.Nothing : Html.Of($"<p class=\"error\" role=\"alert\">{error}</p>"))}
            <form method="post" action="{OAuthRequests.VerifyPath}">{Forms.TokenFor(http)}
            <label for="user_code">Code that the program shows</label><input id="user_code" name="user_code" maxlength="30" autocomplete="off" required>
            <button>Go on</button></form>
            """),
        error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static HtmlPage Ask(HttpContext http, BrowserSession session, string code, string client, IEnumerable<string> scopes) => new(
        $"Let {client} in?",
        Html.Of($"""
            <p>You are <strong>{session.Name}</strong> of <strong>{session.TenantName}</strong>. Go on only if you started <strong>{client}</strong> yourself and it shows the code <strong>{code}</strong>. As far as your role lets it, it could:</p>
            {AuthorizeEndpoint.List(session, scopes)}
            <form method="post" action="{OAuthRequests.VerifyPath}">{Forms.TokenFor(http)}<input type="hidden" name="user_code" value="{code}">
            <button name="decision" value="yes">Let it in</button><button class="plain" name="decision" value="no">No</button></form>
            """));
}
