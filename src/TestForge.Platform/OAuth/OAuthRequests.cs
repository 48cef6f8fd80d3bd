using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using TestForge.Platform.Accounts;
using TestForge.Platform.Data;
using TestForge.Platform.Limits;
using TestForge.Platform.Pages;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>
/// Comes before the token server: finds the tenant of a request, by its client or its session, and puts one unit of work of that tenant
/// around it, so that the server's own rows are fenced like all others. It is committed before the answer goes out, failures too, because
/// a refused code or token may have ended its whole family.
/// </summary>
internal sealed class OAuthRequests(RequestDelegate next, Sessions sessions, IRateCounter counter, IOptions<LimitOptions> limits)
{
    public const string Prefix = "/connect";
    public const string VerifyPath = "/connect/verify";

    // A browser's own requests and those of many programs behind one address.
    private const int TimesStranger = 5;

    public async Task InvokeAsync(HttpContext http, TenantContext tenant, PlatformDb db)
    {
        if (!http.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        var decision = await counter.TakeAsync($"oauth:{http.Connection.RemoteIpAddress}", limits.Value.PerStranger * TimesStranger, limits.Value.Window, http.RequestAborted);
        if (!decision.Allowed)
        {
            http.Response.Headers.RetryAfter = $"{Math.Max(1, (int)decision.Reset.TotalSeconds)}";
            await RefuseAsync(http, StatusCodes.Status429TooManyRequests, OpenIddictConstants.Errors.SlowDown, "There were too many requests from this address. Wait, and try again.");
            return;
        }

        var session = await sessions.OfAsync(http, http.RequestAborted);
        var isVerify = http.Request.Path.StartsWithSegments(VerifyPath, StringComparison.OrdinalIgnoreCase);
        if (isVerify && session is null)
        {
            http.Response.Redirect($"{SignInPage.Path}?return={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
            return;
        }

        // A code that a person types is looked for in that person's tenant alone.
        if ((isVerify ? session!.Tenant : await TenantOfClientAsync(http.Request)) is not { } id)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, OpenIddictConstants.Errors.InvalidClient, "client_id is missing or is none of this server's.");
            return;
        }

        tenant.Set(id);
        http.Features.Set(new BrowserFeature(session?.Tenant == id ? session : null));
        await using var unit = await UnitOfWork.BeginAsync(db, writes: true, http.RequestAborted);
        var over = false;
        http.Response.OnStarting(CommitAsync);
        try
        {
            await BuiltInClients.EnsureAsync(db, http, await ClientIdOfAsync(http.Request));
            await next(http);
            await CommitAsync();
        }
        finally
        {
            // What has failed is undone, and its answer is written after this.
            over = true;
        }

        async Task CommitAsync()
        {
            if (!over)
            {
                over = true;
                await unit.CommitAsync(http.RequestAborted);
            }
        }
    }

    private static async Task<TenantId?> TenantOfClientAsync(HttpRequest request) =>
        ClientIdText.TryRead(await ClientIdOfAsync(request), out _, out var tenant) ? tenant : null;

    private static async Task<string?> ClientIdOfAsync(HttpRequest request)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var header) && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[1_024];
            return header.Parameter is { Length: < 1_024 } text && Convert.TryFromBase64String(text, bytes, out var length)
                ? Uri.UnescapeDataString(Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0])
                : null;
        }

        try
        {
            return request.HasFormContentType && (await request.ReadFormAsync(request.HttpContext.RequestAborted))["client_id"] is { Count: 1 } fromForm ? fromForm.ToString() : request.Query["client_id"].ToString();
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string error, string description) =>
        http.Request.Path.StartsWithSegments("/connect/authorize", StringComparison.OrdinalIgnoreCase)
            ? new HtmlPage("That cannot be answered", Html.Of($"<p class=\"error\" role=\"alert\">{description}</p>"), status).ExecuteAsync(http)
            : TypedResults.Json(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description }, statusCode: status).ExecuteAsync(http);
}
