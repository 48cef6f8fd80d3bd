using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Limits;

/// <summary>
/// Refuses who asks too often: by API key and by tenant, and by address who has no valid key. Says how much is left in the header fields of
/// draft-ietf-httpapi-ratelimit-headers, in the form that clients know: RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset.
/// </summary>
internal sealed class RateLimit(RequestDelegate next, IRateCounter counter, LoadShedding shedding, IOptions<LimitOptions> options)
{
    public async Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        if (!LimitsModule.IsApi(http))
        {
            await next(http);
            return;
        }

        var decision = await DecideAsync(http, tenant);
        http.Response.Headers["RateLimit-Limit"] = Text(decision.Limit);
        http.Response.Headers["RateLimit-Remaining"] = Text(decision.Remaining);
        http.Response.Headers["RateLimit-Reset"] = Text(Seconds(decision.Reset));
        await (!decision.Allowed ? LimitErrors.TooMany(decision.Limit, options.Value.WindowSeconds, Seconds(decision.Reset)).ExecuteAsync(http)
            : tenant.IsSet ? shedding.EnterAsync(http, tenant.Current, next)
            : next(http));
    }

    private async ValueTask<RateDecision> DecideAsync(HttpContext http, TenantContext tenant)
    {
        var (limits, stop) = (options.Value, http.RequestAborted);
        if (!tenant.IsSet || http.User.Identity?.IsAuthenticated != true)
        {
            return await counter.TakeAsync($"ip:{http.Connection.RemoteIpAddress}", limits.PerStranger, limits.Window, stop);
        }

        var key = await counter.TakeAsync($"key:{Caller.Of(http.User)}", limits.PerKey, limits.Window, stop);
        if (!key.Allowed)
        {
            return key;
        }

        var all = await counter.TakeAsync($"tenant:{tenant.Current}", limits.PerTenant, limits.Window, stop);
        return !all.Allowed || all.Remaining < key.Remaining ? all : key;
    }

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
