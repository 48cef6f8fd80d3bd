using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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

/// <summary>Asks the member who is signed in whether a program may act for them.</summary>
internal static class AuthorizeEndpoint
{
    public const string Path = "/connect/authorize";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpContext http, PlatformDb db, Sessions sessions, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The request did not pass the token server.");
        if (http.Features.Get<BrowserFeature>()?.Session is not { } session)
        {
            return request.HasPromptValue(OpenIddictConstants.PromptValues.None) ? Refuse(OpenIddictConstants.Errors.LoginRequired, "Nobody is signed in.") : SignInFirst(request, db.CurrentTenant.ToString());
        }

        if (request.HasPromptValue(OpenIddictConstants.PromptValues.None))
        {
            return Refuse(OpenIddictConstants.Errors.ConsentRequired, "The member is asked each time.");
        }

        var client = await db.OAuthClients.AsNoTracking().SingleAsync(c => c.ClientId == request.ClientId, cancellationToken);
        var decision = HttpMethods.IsPost(http.Request.Method) && await Forms.ReadAsync(http) is { } form ? form["decision"].ToString() : "";
        if (decision == "no")
        {
            return Refuse(OpenIddictConstants.Errors.AccessDenied, "The member said no.");
        }

        if (decision != "yes")
        {
            return Ask(http, request, session, client.DisplayName ?? request.ClientId!);
        }

        db.Audit.Begin("Authorize", Caller.ActorOf(http, ActorKind.Member, session.UserId), clock.GetUtcNow());
        var program = sessions.AddProgram(db, session.UserId, http, request.ClientId!);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.SignIn(
            OAuthClaims.ForMember(session.Tenant, session.UserId, session.Email, session.Name, program.Id, request.GetScopes()),
            authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    public static IResult Refuse(string error, string description) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    /// <summary>What a program would be able to do, in a list.</summary>
    public static Html List(BrowserSession session, IEnumerable<string> scopes) =>
        Html.Of($"<ul>{Html.Join(scopes.Where(s => Scopes.All.Contains(s) && RoleScopes.Of(session.Role).Contains(s)).Select(s => Html.Of($"<li><code>{s}</code></li>")))}</ul>");

    private static RedirectHttpResult SignInFirst(OpenIddictRequest request, string tenant) =>
        TypedResults.LocalRedirect($"{SignInPage.Path}?tenant={tenant}&return={Uri.EscapeDataString(Path + QueryString.Create(Parameters(request)).Value)}");

    private static IEnumerable<KeyValuePair<string, string?>> Parameters(OpenIddictRequest request) =>
        request.GetParameters().Where(p => p.Key is not ("decision" or "form_token")).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)).Where(p => p.Value is not null);

    private static HtmlPage Ask(HttpContext http, OpenIddictRequest request, BrowserSession session, string client) => new(
        $"Let {client} in?",
        Html.Of($"""
            <p>You are <strong>{session.Name}</strong> of <strong>{session.TenantName}</strong>. <strong>{client}</strong> wants to act for you, as far as your role lets it:</p>
            {List(session, request.GetScopes())}
            <form method="post" action="{Path}">{Forms.TokenFor(http)}
            {Html.Join(Parameters(request).Select(p => Html.Of($"<input type=\"hidden\" name=\"{p.Key}\" value=\"{p.Value}\">")))}
            <button name="decision" value="yes">Let it in</button><button class="plain" name="decision" value="no">No</button></form>
            """),
        formTarget: Uri.TryCreate(request.RedirectUri, UriKind.Absolute, out var back) && back.Scheme is "http" or "https" ? back.GetLeftPart(UriPartial.Authority) : $"{back?.Scheme}:");
}
