using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Tests.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Tests.Work;

public sealed class WorkQueueTests(Databases databases)
{
    private const string Kind = "run";

    private static readonly Guid Me = Guid.NewGuid();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_tenant_with_much_work_waits_behind_its_own(DatabaseKind kind)
    {
        await using var rig = await databases.NewAsync(kind);
        var queue = rig.Services.GetRequiredService<WorkQueue>();
        await AddAsync(rig, rig.Acme, 5);
        await AddAsync(rig, rig.Rival, 2);

        var order = new List<TenantId>();
        while (await queue.ClaimAsync(Kind, Me, perTenant: 10, Token) is { } item)
        {
            order.Add(item.TenantId);
        }

        order.Take(4).Count(t => t == rig.Rival).ShouldBe(2);
        order.Count.ShouldBe(7);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_tenant_has_no_more_at_once_than_it_may(DatabaseKind kind)
    {
        await using var rig = await databases.NewAsync(kind);
        var queue = rig.Services.GetRequiredService<WorkQueue>();
        await AddAsync(rig, rig.Acme, 3);

        (await queue.ClaimAsync(Kind, Me, perTenant: 2, Token)).ShouldNotBeNull();
        (await queue.ClaimAsync(Kind, Me, perTenant: 2, Token)).ShouldNotBeNull();
        (await queue.ClaimAsync(Kind, Me, perTenant: 2, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Many_who_claim_at_once_never_get_the_same(DatabaseKind kind)
    {
        await using var rig = await databases.NewAsync(kind);
        var queue = rig.Services.GetRequiredService<WorkQueue>();
        await AddAsync(rig, rig.Acme, 10);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => queue.ClaimAsync(Kind, Guid.NewGuid(), perTenant: 100, Token))));

        var ids = claimed.OfType<WorkItem>().Select(i => i.Id).ToArray();
        ids.ShouldNotBeEmpty();
        ids.ShouldBeUnique();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_is_given_back_is_taken_again_and_what_is_done_is_gone(DatabaseKind kind)
    {
        await using var rig = await databases.NewAsync(kind);
        var queue = rig.Services.GetRequiredService<WorkQueue>();
        await AddAsync(rig, rig.Acme, 1);
        var first = (await queue.ClaimAsync(Kind, Me, 1, Token)).ShouldNotBeNull();

        (await queue.RenewAsync(first.Id, Guid.NewGuid(), Token)).ShouldBeFalse();
        (await queue.RenewAsync(first.Id, Me, Token)).ShouldBeTrue();
        await queue.ReleaseAsync(first.Id, Me, Token);
        var again = (await queue.ClaimAsync(Kind, Me, 1, Token)).ShouldNotBeNull();
        again.Id.ShouldBe(first.Id);
        again.Attempts.ShouldBe(1);

        await rig.Work.SharedAsync(db => WorkQueue.CompleteAsync(db, again.Id, Token), Token);
        (await rig.Work.SharedAsync(db => db.WorkItems.CountAsync(Token), Token)).ShouldBe(0);
    }

    private static async Task AddAsync(Rig rig, TenantId tenant, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await rig.Work.SharedAsync(
                async db =>
                {
                    await WorkQueue.AddAsync(db, Kind, tenant, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), Token);
                    return await db.SaveChangesAsync(Token);
                },
                Token);
        }
    }
}
