using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Data;
using TestForge.Platform.Webhooks;
using TestForge.Server.Tests.Retention;

namespace TestForge.Server.Tests.Robust;

public sealed class SecretTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_whose_secret_cannot_be_opened_uses_up_its_attempts_and_ends_as_dead()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: s => s.AddSingleton<TimeProvider>(clock));
        var tenant = server.FirstTenant();
        var webhook = new Webhook { Id = Guid.CreateVersion7(), TenantId = tenant, Url = "http://127.0.0.1:1/", Events = [], Secret = [1, .. new byte[40]], CreatedAt = clock.GetUtcNow(), UpdatedAt = clock.GetUtcNow() };
        await server.AddAsync(tenant, webhook);
        await server.Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            async db =>
            {
                await Deliveries.AddAsync(db, webhook.Id, Guid.NewGuid(), "webhook.test", "{}", clock.GetUtcNow(), Token);
                return await db.SaveChangesAsync(Token);
            },
            Token);

        await OldRows.WaitAsync(async () =>
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            return await server.ReadAsync(tenant, db => db.WebhookDeliveries.AnyAsync(d => d.Status == DeliveryStatus.Dead, Token));
        });

        var attempts = await server.ReadAsync(tenant, db => db.WebhookAttempts.Select(a => a.Error).ToArrayAsync(Token));
        attempts.Length.ShouldBe(RetryTimes.Most);
        attempts.ShouldAllBe(e => e == "secrets.damaged");
        (await server.Services.GetRequiredService<TenantWork>().SharedAsync(db => db.WorkItems.CountAsync(w => w.Kind == Deliveries.WorkKind, Token), Token)).ShouldBe(0);
    }
}
