using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Tenancy;
using TestForge.TestKit.Databases;

namespace TestForge.Platform.Tests.Data;

/// <summary>The wall inside PostgreSQL: it holds when the filter and the guard are not there.</summary>
public sealed class RowLevelSecurityTests(Databases databases)
{
    private const string InsufficientPrivilege = "42501";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.PgBouncer)]
    public async Task Without_filters_and_in_raw_SQL_other_tenants_rows_are_not_there(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();

        await rig.Work.ReadAsync(
            rig.Acme,
            async db =>
            {
                foreach (var (type, table) in Tables(db))
                {
                    (await IsolationTests.RowsOf(db, type).IgnoreQueryFilters().CountAsync(Token)).ShouldBe(1, table);
                    (await NumberAsync(db, $"SELECT count(*) AS \"Value\" FROM {table}")).ShouldBe(1, table);
                    if (typeof(ITenantOwned).IsAssignableFrom(type))
                    {
                        (await NumberAsync(db, $"SELECT count(*) AS \"Value\" FROM {table} WHERE tenant_id = '{rig.Rival}'")).ShouldBe(0, table);
                    }
                }

                return 0;
            },
            Token);
    }

    [Theory]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.PgBouncer)]
    public async Task Raw_updates_and_deletes_do_not_touch_other_tenants_rows(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        var tables = await rig.Work.ReadAsync(rig.Acme, db => Task.FromResult(Tables(db)), Token);

        foreach (var (type, table) in tables)
        {
            var owner = type == typeof(Tenant) ? "id" : "tenant_id";
            if (PlatformDb.AppendOnly.Contains(type))
            {
                // Not even its own.
                (await Should.ThrowAsync<PostgresException>(() => RawAsync(rig, rig.Acme, $"UPDATE {table} SET id = id"), table)).SqlState.ShouldBe(InsufficientPrivilege, table);
                (await Should.ThrowAsync<PostgresException>(() => RawAsync(rig, rig.Acme, $"DELETE FROM {table}"), table)).SqlState.ShouldBe(InsufficientPrivilege, table);
                continue;
            }

            (await RawAsync(rig, rig.Acme, $"UPDATE {table} SET id = id")).ShouldBe(1, table);
            if (type != typeof(User))
            {
                (await RawAsync(rig, rig.Acme, $"UPDATE {table} SET id = id WHERE {owner} = '{rig.Rival}'")).ShouldBe(0, table);
                (await RawAsync(rig, rig.Acme, $"DELETE FROM {table} WHERE {owner} = '{rig.Rival}'")).ShouldBe(0, table);
            }
        }
    }

    [Theory]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.PgBouncer)]
    public async Task Rows_can_be_neither_moved_to_nor_put_in_for_another_tenant(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        var tables = await rig.Work.ReadAsync(rig.Acme, db => Task.FromResult(Tables(db).Where(t => typeof(ITenantOwned).IsAssignableFrom(t.Type)).ToArray()), Token);

        foreach (var (_, table) in tables)
        {
            (await Should.ThrowAsync<PostgresException>(() => RawAsync(rig, rig.Acme, $"UPDATE {table} SET tenant_id = '{rig.Rival}'"), table)).SqlState.ShouldBe(InsufficientPrivilege, table);
            (await Should.ThrowAsync<PostgresException>(
                () => RawAsync(rig, rig.Acme, $"INSERT INTO {table} SELECT (jsonb_populate_record(t, jsonb_build_object('tenant_id', '{rig.Rival}', 'id', '{Guid.CreateVersion7()}'))).* FROM {table} t"),
                table)).SqlState.ShouldBe(InsufficientPrivilege, table);
        }
    }

    [Fact]
    public async Task Without_a_tenant_raw_SQL_reads_and_changes_nothing()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.PostgreSql)).WithRowsAsync();

        await rig.Work.SharedAsync(
            async db =>
            {
                foreach (var (_, table) in Tables(db))
                {
                    (await NumberAsync(db, $"SELECT count(*) AS \"Value\" FROM {table}")).ShouldBe(0, table);
                }

                (await db.Database.ExecuteSqlRawAsync("DELETE FROM outbox_messages", Token)).ShouldBe(0);
                return 0;
            },
            Token);
    }

    [Fact]
    public async Task A_change_outside_a_transaction_throws_and_a_read_takes_its_tenant_with_it()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.PostgreSql)).WithRowsAsync();
        await using var scope = rig.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(rig.Acme);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();

        (await Should.ThrowAsync<InvalidOperationException>(() => db.Projects.ExecuteDeleteAsync(Token))).Message.ShouldContain("outside a transaction");
        (await Should.ThrowAsync<InvalidOperationException>(() => db.Database.ExecuteSqlAsync($"DELETE FROM projects", Token))).Message.ShouldContain("outside a transaction");

        (await db.Projects.IgnoreQueryFilters().ToListAsync(Token)).ShouldHaveSingleItem().TenantId.ShouldBe(rig.Acme);
        db.Projects.IgnoreQueryFilters().ToList().ShouldHaveSingleItem().TenantId.ShouldBe(rig.Acme);
        (await db.Projects.Where(p => p.Name == "Shop").Select(p => p.Id).ToListAsync(Token)).ShouldHaveSingleItem();

        // What a read told the database ends with the read.
        (await rig.Work.SharedAsync(d => d.Projects.IgnoreQueryFilters().CountAsync(Token), Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Saving_alone_brings_its_own_transaction_and_tenant()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.PostgreSql)).WithRowsAsync();
        await using var scope = rig.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(rig.Acme);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.Projects.Add(new() { Id = Guid.CreateVersion7(), TenantId = rig.Acme, Name = "Second", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch });

        (await db.SaveChangesAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Partitions_cannot_be_read_beside_the_table()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.PostgreSql)).WithRowsAsync();
        var partitions = await rig.Work.SharedAsync(db => db.Database.SqlQueryRaw<string>("SELECT inhrelid::regclass::text AS \"Value\" FROM pg_inherits WHERE inhparent = 'run_attempts'::regclass").ToListAsync(Token), Token);

        partitions.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var partition in partitions)
        {
            (await Should.ThrowAsync<PostgresException>(() => RawAsync(rig, rig.Acme, $"SELECT * FROM {partition}"), partition)).SqlState.ShouldBe(InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task An_attempt_lies_in_the_partition_of_its_month()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.PostgreSql)).WithRowsAsync();
        var month = TimeProvider.System.GetUtcNow().ToString("yyyy_MM", System.Globalization.CultureInfo.InvariantCulture);

        var tables = await rig.Work.ReadAsync(rig.Acme, db => db.Database.SqlQueryRaw<string>("SELECT tableoid::regclass::text AS \"Value\" FROM run_attempts").ToListAsync(Token), Token);

        tables.ShouldBe([$"run_attempts_{month}"]);
    }

    [Theory]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.PgBouncer)]
    public async Task Two_thousand_reads_of_two_tenants_at_once_mix_nothing(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        var wrong = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2_000),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Token },
            async (i, token) =>
            {
                var tenant = i % 2 == 0 ? rig.Acme : rig.Rival;
                var seen = await rig.Work.ReadAsync(tenant, db => db.Projects.IgnoreQueryFilters().Select(p => p.TenantId).ToListAsync(token), token);
                if (seen is not [var one] || one != tenant)
                {
                    wrong.Add($"{tenant} saw {string.Join(", ", seen)}");
                }
            });

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_above_the_wall_is_not_served()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.PostgreSql);
        rig.Options.PostgreSql = rig.Options.PostgreSqlOwner!.Replace(PostgresServer.Owner, "postgres", StringComparison.Ordinal);

        (await Should.ThrowAsync<DatabaseException>(() => rig.Schema.CheckAsync(Token))).Code.ShouldBe("database.role_too_strong");
    }

    [Fact]
    public async Task The_owner_of_the_tables_is_not_served()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.PostgreSql);
        rig.Options.PostgreSql = rig.Options.PostgreSqlOwner;

        (await Should.ThrowAsync<DatabaseException>(() => rig.Schema.CheckAsync(Token))).Code.ShouldBe("database.not_fenced");
    }

    [Fact]
    public async Task Migrating_twice_at_once_is_migrating_once()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.PostgreSql);
        rig.Options.PostgreSqlOwner = databases.Postgres.Connection(await databases.DatabaseAsync(Token), PostgresServer.Owner);

        var applied = await Task.WhenAll(rig.Schema.MigrateAsync(Token), rig.Schema.MigrateAsync(Token), rig.Schema.MigrateAsync(Token));

        applied.Count(a => a.Count > 0).ShouldBe(1);
    }

    [Fact]
    public async Task The_script_makes_the_same_tables()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.PostgreSql);
        var name = await databases.DatabaseAsync(Token);
        await using (var connection = new NpgsqlConnection(databases.Postgres.Connection(name, PostgresServer.Owner)))
        {
            await connection.OpenAsync(Token);
            for (var i = 0; i < 2; i++)
            {
                await using var command = new NpgsqlCommand(rig.Schema.Script(), connection);
                await command.ExecuteNonQueryAsync(Token);
            }
        }

        rig.Options.PostgreSql = databases.Postgres.Connection(name, PostgresServer.App);

        await rig.Schema.CheckAsync(Token);
    }

    private static (Type Type, string Table)[] Tables(PlatformDb db) => [.. IsolationTests.Fenced(db).Select(t => (t, db.Model.FindEntityType(t)!.GetTableName()!))];

    private static Task<long> NumberAsync(PlatformDb db, string sql) => db.Database.SqlQueryRaw<long>(sql).SingleAsync(Token);

    // In a transaction that is undone, so that each table is tried with all rows there.
    private static async Task<int> RawAsync(Rig rig, TenantId tenant, string sql)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await using var unit = await UnitOfWork.BeginAsync(db, writes: true, Token);
        return await db.Database.ExecuteSqlRawAsync(sql, Token);
    }
}
