using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Limits;

/// <summary>
/// How many requests are worked on at the same time. What is beyond is refused at once, which costs little, instead of waiting until nobody wants the
/// answer any more. A request counts until its answer begins: streams and slow readers hold no place.
/// </summary>
internal sealed class LoadShedding : IDisposable
{
    public const string MeterName = "TestForge.Server";

    private readonly ConcurrencyLimiter _all;
    private readonly PartitionedRateLimiter<TenantId> _tenants;
    private readonly Counter<long> _shed;

    public LoadShedding(IOptions<LimitOptions> options, IMeterFactory meters)
    {
        var atOnce = options.Value.AtOnce ?? 16 * Environment.ProcessorCount;
        _all = new(new() { PermitLimit = atOnce, QueueLimit = atOnce, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        var ofTenant = Math.Max(1, atOnce / 2);
        _tenants = PartitionedRateLimiter.Create<TenantId, TenantId>(tenant => RateLimitPartition.GetConcurrencyLimiter(tenant, _ => new() { PermitLimit = ofTenant, QueueLimit = 0 }));
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge("testforge.requests.free_places", () => Free, description: "Requests that would be worked on at once.");
        _shed = meter.CreateCounter<long>("testforge.requests.shed", description: "Requests refused because the server was at work on as many as it takes.");
    }

    /// <summary>Places that nobody has.</summary>
    public long Free => _all.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Places that a tenant could take.</summary>
    public long FreeOf(TenantId tenant) => _tenants.GetStatistics(tenant)!.CurrentAvailablePermits;

    /// <summary>Lets a request in when there is a place; otherwise answers it.</summary>
    public async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        using var place = await _all.AcquireAsync(1, http.RequestAborted);
        await GoAsync(place, http, next, LimitErrors.Overloaded);
    }

    /// <summary>Keeps one tenant from taking all places.</summary>
    public async Task EnterAsync(HttpContext http, TenantId tenant, RequestDelegate next)
    {
        using var place = _tenants.AttemptAcquire(tenant);
        await GoAsync(place, http, next, LimitErrors.TooManyAtOnce);
    }

    public void Dispose()
    {
        _all.Dispose();
        _tenants.Dispose();
    }

    private async Task GoAsync(RateLimitLease place, HttpContext http, RequestDelegate next, Func<Api.ApiProblem> refusal)
    {
        if (!place.IsAcquired)
        {
            _shed.Add(1);
            await refusal().ExecuteAsync(http);
            return;
        }

        http.Response.OnStarting(
            static state =>
            {
                ((RateLimitLease)state).Dispose();
                return Task.CompletedTask;
            },
            place);
        await next(http);
    }
}
