using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace TestForge.Platform.Limits;

public static class LimitsModule
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LoadShedding>();
        services.AddSingleton<MemoryRateCounter>();
        services.AddSingleton<IRateCounter>(provider => provider.GetRequiredService<IOptions<LimitOptions>>().Value.Redis is { Length: > 0 } redis
            ? ActivatorUtilities.CreateInstance<RedisRateCounter>(provider, Connecting(redis))
            : provider.GetRequiredService<MemoryRateCounter>());
        return services;
    }

    /// <summary>Comes before authentication: whether there is room is asked before anything is done.</summary>
    public static void UseLoadShedding(this IApplicationBuilder app) => app.Use((http, next) =>
        IsApi(http) ? http.RequestServices.GetRequiredService<LoadShedding>().EnterAsync(http, next) : next(http));

    /// <summary>Comes after authentication, which says who asks, and before anything that costs more.</summary>
    public static void UseLimits(this IApplicationBuilder app) => app.UseMiddleware<RateLimit>();

    // Health, pages and descriptions are for probes and people, and are answered whatever happens.
    internal static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    // A server starts without Redis too, and finds it when it is there.
    private static Lazy<Task<IConnectionMultiplexer>> Connecting(string redis)
    {
        var configuration = ConfigurationOptions.Parse(redis);
        configuration.AbortOnConnectFail = false;
        configuration.ClientName = "testforge";
        return new(async () => await ConnectionMultiplexer.ConnectAsync(configuration));
    }
}
