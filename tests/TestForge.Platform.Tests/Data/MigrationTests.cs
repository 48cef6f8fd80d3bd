using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using TestForge.TestKit.Databases;

namespace TestForge.Platform.Tests.Data;

/// <summary>A database of any older version is brought up to date, with rows in every table that it has.</summary>
public sealed class MigrationTests(Databases databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Rows_of_every_older_version_are_kept_and_can_be_read(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        var versions = (await rig.Schema.StatusAsync(Token)).Select(s => s.Name).ToArray();
        versions.Length.ShouldBeGreaterThan(3);

        // Going back leaves the rows of an older version as they were in it.
        foreach (var from in Enumerable.Range(0, versions.Length - 1).Reverse())
        {
            await GoBackAsync(rig, versions[from]);
            var before = await CountsAsync(rig);

            var applied = await rig.Schema.MigrateAsync(Token);

            applied.ShouldBe(versions[(from + 1)..]);
            await rig.Schema.CheckAsync(Token);
            var after = await CountsAsync(rig);
            before.Count.ShouldBeGreaterThan(10, versions[from]);
            before.Values.Count(rows => rows >= 2).ShouldBeGreaterThan(8, versions[from]);
            before.ShouldAllBe(table => after[table.Key] == table.Value, versions[from]);
            await ReadAllAsync(rig);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Several_that_migrate_at_once_do_it_once(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        var versions = (await rig.Schema.StatusAsync(Token)).Select(s => s.Name).ToArray();
        await GoBackAsync(rig, versions[0]);

        // On SQLite a lock on the folder keeps a second server out, so there they come one after another.
        var applied = kind == DatabaseKind.Sqlite
            ? [await rig.Schema.MigrateAsync(Token), await rig.Schema.MigrateAsync(Token)]
            : await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.Schema.MigrateAsync(Token)));

        applied.Count(a => a.Count > 0).ShouldBe(1);
        applied.Single(a => a.Count > 0).ShouldBe(versions[1..]);
    }

    private static async Task GoBackAsync(Rig rig, string version)
    {
        await using var db = rig.Schema.ForOwner();
        await db.GetService<IMigrator>().MigrateAsync(version, Token);
    }

    private static async Task ReadAllAsync(Rig rig)
    {
        foreach (var tenant in new[] { rig.Acme, rig.Rival })
        {
            await rig.Work.ReadAsync(
                tenant,
                async db =>
                {
                    foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType))
                    {
                        await IsolationTests.RowsOf(db, type).AsNoTracking().ToListAsync(Token);
                    }

                    return 0;
                },
                Token);
        }
    }

    /// <summary>Rows by table, of all tenants, past every wall.</summary>
    private async Task<Dictionary<string, long>> CountsAsync(Rig rig)
    {
        await using DbConnection connection = rig.Options.UsesPostgreSql
            ? new NpgsqlConnection(databases.Postgres.Connection(new NpgsqlConnectionStringBuilder(rig.Options.PostgreSql).Database!, PostgresServer.Superuser) + ";Pooling=false")
            : new SqliteConnection($"Data Source={rig.Options.SqliteFile}");
        await connection.OpenAsync(Token);
        var tables = new List<string>();
        await using (var names = connection.CreateCommand())
        {
            names.CommandText = rig.Options.UsesPostgreSql
                ? "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
                : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
            await using var reader = await names.ExecuteReaderAsync(Token);
            while (await reader.ReadAsync(Token))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var counts = new Dictionary<string, long>();
        foreach (var table in tables.Where(t => t != "schema_migrations" && !t.StartsWith("__EF", StringComparison.Ordinal)))
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM \"{table}\"";
            counts[table] = Convert.ToInt64(await count.ExecuteScalarAsync(Token), System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
