using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Tests.Data;

/// <summary>What holds on every database: the filter on reading and the guard on saving.</summary>
public sealed class IsolationTests(Databases databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.PgBouncer)]
    public async Task A_tenant_reads_its_own_rows_of_every_table_and_no_others(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();

        await rig.Work.ReadAsync(
            rig.Acme,
            async db =>
            {
                var tables = Fenced(db);
                tables.Length.ShouldBeGreaterThan(10);
                foreach (var type in tables)
                {
                    var rows = await RowsOf(db, type).ToListAsync(Token);
                    rows.Count.ShouldBe(1, type.Name);
                    OwnerOf(rows[0]).ShouldBeOneOf([null, rig.Acme], type.Name);
                }

                return 0;
            },
            Token);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Saving_a_row_of_another_tenant_is_refused_for_every_table(DatabaseKind kind)
    {
        await using var rig = await databases.NewAsync(kind);

        foreach (var row in Rows.Of(rig.Rival).Where(r => r is not User))
        {
            var refused = await Should.ThrowAsync<InvalidOperationException>(() => rig.Work.WriteAsync(
                rig.Acme,
                async db =>
                {
                    db.Add(row);
                    return await db.SaveChangesAsync(Token);
                },
                Token));
            refused.Message.ShouldContain(row.GetType().Name);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Bulk_updates_and_deletes_reach_own_rows_only(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();

        var updated = await rig.Work.WriteAsync(rig.Acme, db => db.Projects.ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "Mine"), Token), Token);
        var deleted = await rig.Work.WriteAsync(rig.Acme, db => db.OutboxMessages.ExecuteDeleteAsync(Token), Token);

        updated.ShouldBe(1);
        deleted.ShouldBe(1);
        (await rig.Work.ReadAsync(rig.Rival, db => db.Projects.Select(p => p.Name).SingleAsync(Token), Token)).ShouldBe("Shop");
        (await rig.Work.ReadAsync(rig.Rival, db => db.OutboxMessages.CountAsync(Token), Token)).ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_row_cannot_refer_to_a_row_of_another_tenant(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        var theirs = await rig.Work.ReadAsync(rig.Rival, db => db.Environments.AsNoTracking().SingleAsync(Token), Token);

        await Should.ThrowAsync<DbUpdateException>(() => rig.Work.WriteAsync(
            rig.Acme,
            async db =>
            {
                db.Runs.Add(Rows.Run(rig.Acme, theirs.ProjectId, theirs.Id, DateTimeOffset.UnixEpoch));
                return await db.SaveChangesAsync(Token);
            },
            Token));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Without_a_tenant_nothing_of_a_tenant_can_be_read(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();

        await rig.Work.SharedAsync(
            async db =>
            {
                foreach (var type in Fenced(db))
                {
                    await Should.ThrowAsync<InvalidOperationException>(() => RowsOf(db, type).ToListAsync(Token), type.Name);
                }

                return 0;
            },
            Token);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_tables_are_those_of_the_model(DatabaseKind kind)
    {
        await using var rig = await databases.NewAsync(kind);

        var changed = await rig.Work.SharedAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()), Token);

        changed.ShouldBeFalse("run eng/migration.sh NAME");
        (await rig.Schema.StatusAsync(Token)).ShouldAllBe(s => s.Applied);
        await rig.Schema.CheckAsync(Token);
    }

    [Fact]
    public async Task Shared_tables_hold_ids_and_times_and_nothing_of_a_tenant()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);

        await rig.Work.SharedAsync(
            db =>
            {
                var shared = db.Model.GetEntityTypes().Where(t => PlatformDb.Shared.Contains(t.ClrType)).ToArray();
                shared.Length.ShouldBe(PlatformDb.Shared.Count);
                Type[] harmless = [typeof(Guid), typeof(Guid?), typeof(TenantId), typeof(DateTimeOffset), typeof(DateTimeOffset?), typeof(int), typeof(long)];
                shared.SelectMany(t => t.GetProperties()).Where(p => !harmless.Contains(p.ClrType)).Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").ShouldBe(["InstallationKey.Purpose", "InstallationKey.Wrapped", "InstallationKey.WrappedBy", "WorkItem.Kind"], ignoreOrder: true);
                return Task.FromResult(0);
            },
            Token);
    }

    internal static Type[] Fenced(PlatformDb db) => [.. db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => !PlatformDb.Shared.Contains(t))];

    internal static IQueryable<object> RowsOf(PlatformDb db, Type type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type).Invoke(db, [])!;

    private static TenantId? OwnerOf(object row) => row switch
    {
        ITenantOwned owned => owned.TenantId,
        Tenant tenant => tenant.Id,
        _ => null,
    };
}
