using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Caching;
using TestForge.Engine.Claude.Transport;
using TestForge.Platform.Runs;

namespace TestForge.Server.Claude;

/// <summary>
/// The language model as the operator has set it, for the runs of all tenants: one key, limits that all runs share, answers that tenants do not.
/// Budgets count by tenant and by project.
/// </summary>
internal sealed class ServerClaude : IAsyncDisposable
{
    private readonly ClaudeOptions _options;
    private readonly ServerSettings _settings;
    private readonly SharedRedis? _redis;
    private readonly IClaudeLimiter? _limiter;
    private readonly IAnswerCache? _cache;

    public ServerClaude(IOptions<ClaudeOptions> options, ServerSettings settings, TimeProvider clock, ILoggerFactory logs)
    {
        (_options, _settings) = (options.Value, settings);
        if (settings.Redis is { } address && _options.ApiKey is { Length: > 0 } key)
        {
            _redis = new(address);
            _limiter = new RedisLimiter(_redis, key, _options.Concurrency, clock, logs.CreateLogger<RedisLimiter>());
            _cache = new RedisAnswerCache(_redis, TimeSpan.FromDays(_options.CacheDays), clock, logs.CreateLogger<RedisAnswerCache>());
        }
    }

    /// <summary>Adds it to the services of one run.</summary>
    public void AddTo(IServiceCollection services, RunOrder order)
    {
        services.Configure<ClaudeOptions>(o =>
        {
            (o.ApiKey, o.BaseUrl, o.Off, o.Model, o.PricesFile) = (_options.ApiKey, _options.BaseUrl, _options.Off, _options.Model, _options.PricesFile);
            (o.Budgets, o.CacheDays, o.CacheMegabytes, o.Concurrency) = (_options.Budgets, _options.CacheDays, _options.CacheMegabytes, _options.Concurrency);
            (o.MinimalRetention, o.InferenceGeo, o.AuditContent, o.MaskPatterns) = (_options.MinimalRetention, _options.InferenceGeo, _options.AuditContent, _options.MaskPatterns);
            (o.Tenant, o.Project, o.Run) = (order.Tenant.ToString(), order.ProjectId.ToString(), order.Input.RunId.ToString());

            o.Secrets = order.Session.Secrets;

            // One ledger for all, since the month's budget is everybody's.
            o.Folder = Path.Combine(_settings.DataFolder, "claude");
        });
        if (_limiter is not null)
        {
            services.AddSingleton(_limiter);
        }

        if (_cache is not null)
        {
            services.AddSingleton(_cache);
        }
    }

    public async ValueTask DisposeAsync()
    {
        (_limiter as IDisposable)?.Dispose();
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }
}
