using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using TestForge.Platform.Accounts;
using TestForge.Platform.Pages;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Sends a browser to the tenant's provider, and receives it again.</summary>
internal static partial class ExternalSignInPage
{
    private const string Cookie = "testforge_sso";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sso/{providerId:guid}", BeginAsync);
        pages.MapGet("/sso/callback", CompleteAsync);
    }

    private static async Task<IResult> BeginAsync(Guid providerId, Guid? tenant, string? @return, ExternalSignIn signIn, IDataProtectionProvider protection, ILoggerFactory loggers, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            if (tenant is not { } id || id == Guid.Empty || await signIn.BeginAsync(new(id), providerId, Forms.SafeReturn(@return), http.Request, cancellationToken) is not var (url, state))
            {
                return Failed(StatusCodes.Status404NotFound);
            }

            http.Response.Cookies.Append(Cookie, Protector(protection).Protect(JsonSerializer.Serialize(state)), CookieFor(http));
            return TypedResults.Redirect(url);
        }
        catch (ProviderException e)
        {
            LogRefused(loggers.CreateLogger(typeof(ExternalSignInPage)), providerId, e.Message);
            return Failed(StatusCodes.Status502BadGateway);
        }
    }

    private static async Task<IResult> CompleteAsync(
        string? code,
        string? state,
        ExternalSignIn signIn,
        IDataProtectionProvider protection,
        TimeProvider clock,
        ILoggerFactory loggers,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var carried = Read(http.Request.Cookies[Cookie], protection);

        // Good for one return.
        http.Response.Cookies.Delete(Cookie, CookieFor(http));
        if (carried is null || carried.Until < clock.GetUtcNow() || code is not { Length: > 0 and < 4_000 }
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(carried.State), Encoding.UTF8.GetBytes(state ?? "")))
        {
            return Failed(StatusCodes.Status400BadRequest);
        }

        try
        {
            if (await signIn.CompleteAsync(carried, code, http, cancellationToken) is not { } token)
            {
                return SignInPage.NotFromHere();
            }

            Sessions.SetCookie(http, token);
            return TypedResults.LocalRedirect(carried.Return);
        }
        catch (ProviderException e)
        {
            // The tenant's people find it in the log by the time; a stranger learns nothing from it.
            LogRefused(loggers.CreateLogger(typeof(ExternalSignInPage)), carried.Provider, e.Message);
            return Failed(StatusCodes.Status403Forbidden);
        }
    }

    private static SignInState? Read(string? cookie, IDataProtectionProvider protection)
    {
        try
        {
            return cookie is null ? null : JsonSerializer.Deserialize<SignInState>(Protector(protection).Unprotect(cookie));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("single sign-on");

    private static CookieOptions CookieFor(HttpContext http) => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/account/sso", IsEssential = true };

    private static HtmlPage Failed(int status) =>
        new("That did not work", Html.Of($"<p>Your organisation's sign-in did not let you in here, or it took too long. Begin again; if it stays so, tell an owner of the tenant.</p><a class=\"button\" href=\"{SignInPage.Path}\">Begin again</a>"), status);

    [LoggerMessage(4704, LogLevel.Warning, "Sign-in by the provider {Provider} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid provider, string reason);
}
