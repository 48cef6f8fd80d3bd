using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Outbox;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Retention;

public static class RetentionModule
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IRetentionRule, RunsRule>();
        services.AddSingleton<IRetentionRule, SealRule>();
        services.AddSingleton<IRetentionRule, EventsRule>();
        services.AddSingleton<IRetentionRule, AuditRule>();
        AddRows<WebhookDelivery>(services, "deliveries", (db, times) => Before(db.WebhookDeliveries, times.Deliveries).Where(d => d.EndedAt < times.Deliveries));
        AddRows<OutboxMessage>(services, "messages", (db, times) => Before(db.OutboxMessages, times.Outbox).Where(m => m.SentAt < times.Outbox));
        AddRows<IdempotencyRecord>(services, "stored answers", (db, times) => Before(db.IdempotencyRecords, times.Idempotency));
        AddRows<ApiKey>(services, "ended keys", (db, times) => db.ApiKeys.Where(k => k.RevokedAt < times.EndedKeys || k.ExpiresAt < times.EndedKeys));
        services.AddSingleton<Upkeep>();
        services.AddHostedService<UpkeepWorker>();
        services.AddHostedService<RetentionWorker>();
        return services;
    }

    public static void MapRetention(this IEndpointRouteBuilder api)
    {
        var retention = api.MapGroup("/retention").WithTags("Retention");
        GetRetention.Map(retention);
        UpdateRetention.Map(retention);
    }

    private static void AddRows<T>(IServiceCollection services, string name, Func<PlatformDb, RetentionTimes, IQueryable<T>> old)
        where T : class, Tenancy.ITenantOwned =>
        services.AddSingleton<IRetentionRule>(provider => new RowsRule<T>(name, provider.GetRequiredService<TenantWork>(), old));

    // What is young by its id need not be looked at.
    private static IQueryable<T> Before<T>(IQueryable<T> rows, DateTimeOffset cutoff)
        where T : class, Tenancy.ITenantOwned
    {
        var floor = IdTimes.Floor(cutoff);
        return rows.Where(r => r.Id < floor);
    }
}
