using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Pages;

namespace TestForge.Platform.Accounts;

/// <summary>Says who is signed in.</summary>
internal static class HomePage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("", ShowAsync);

    private static async Task<IResult> ShowAsync(Sessions sessions, HttpContext http, CancellationToken cancellationToken) =>
        await sessions.OfAsync(http, cancellationToken) is { } session
            ? new HtmlPage(
                "You are signed in",
                Html.Of($"""
                    <p><strong>{session.Name}</strong> ({session.Email}), {session.Role.ToString().ToLowerInvariant()} of <strong>{session.TenantName}</strong></p>
                    <form method="post" action="/account/sign-out">{Forms.TokenFor(http)}<button class="plain">Sign out</button></form>
                    """))
            : TypedResults.LocalRedirect(SignInPage.Path);
}
