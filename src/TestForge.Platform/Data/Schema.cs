using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace TestForge.Platform.Data;

/// <summary>The tables: brought up to date by one process at a time, shown, or written down for a person who does it.</summary>
public sealed class Schema(IOptions<DataOptions> options, TimeProvider clock)
{
    // Any number will do, as long as all versions of the program use the same one.
    private const long MigrationLock = 0x7465_7374_666f_7267;
    private const int MonthsAhead = 3;
    private const int LongSeconds = 600;

    private readonly DataOptions _options = options.Value;

    /// <summary>Applies what is missing and returns its names.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = ForOwner();
        if (!_options.UsesPostgreSql)
        {
            return await MigrateSqliteAsync(db, cancellationToken);
        }

        // Not of a pool: the lock is the session's, and one that lies idle in a pool would keep it.
        await using var gate = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(OwnerConnection) { Pooling = false, CommandTimeout = LongSeconds }.ToString());
        await gate.OpenAsync(cancellationToken);
        await ExecuteAsync(gate, $"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToArray();
        await db.Database.MigrateAsync(cancellationToken);
        await ExecuteAsync(gate, RowLevelSecurity.Sql(db.Model, _options.AppRole), cancellationToken);
        await EnsurePartitionsAsync(gate, cancellationToken);
        return pending;
    }

    /// <summary>Every migration by name, and whether it was applied.</summary>
    public async Task<IReadOnlyList<MigrationState>> StatusAsync(CancellationToken cancellationToken)
    {
        await using var db = ForOwner();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return [.. db.Database.GetMigrations().Select(m => new MigrationState(m, applied.Contains(m)))];
    }

    /// <summary>SQL that brings any older version up to date; what is applied already it leaves out.</summary>
    public string Script()
    {
        using var db = ForOwner();
        var migrator = (IMigrator)((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<IServiceProvider>)db).Instance.GetService(typeof(IMigrator))!;

        // SQLite has no conditions in scripts.
        var script = migrator.GenerateScript(options: _options.UsesPostgreSql ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default);
        return _options.UsesPostgreSql ? $"{script}\n{RowLevelSecurity.Sql(db.Model, _options.AppRole)}\nSELECT ensure_attempt_partitions(now(), {MonthsAhead});\n" : script;
    }

    /// <summary>Throws <c>database.*</c> when the database is not one that this version can serve safely.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = ForApp();
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            throw new DatabaseException("database.unreachable", "The database does not answer. Check the connection string in TESTFORGE_DATABASE, and that the server runs.");
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToArray();
        if (pending.Length > 0)
        {
            throw new DatabaseException("database.outdated", $"The database lacks {pending.Length} migrations, the first is {pending[0]}. Run: testforge-server db migrate");
        }

        if (_options.UsesPostgreSql)
        {
            await CheckWallAsync(db, cancellationToken);
        }
    }

    /// <summary>Makes the partitions of the coming months.</summary>
    public async Task EnsurePartitionsAsync(CancellationToken cancellationToken)
    {
        if (_options.UsesPostgreSql)
        {
            await using var connection = new NpgsqlConnection(_options.PostgreSql);
            await connection.OpenAsync(cancellationToken);
            await EnsurePartitionsAsync(connection, cancellationToken);
        }
    }

    /// <summary>Drops partitions of past months that are empty. Returns how many.</summary>
    public async Task<int> DropEmptyPartitionsAsync(CancellationToken cancellationToken)
    {
        if (!_options.UsesPostgreSql)
        {
            return 0;
        }

        await using var connection = new NpgsqlConnection(_options.PostgreSql);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT drop_empty_attempt_partitions(@before)", connection);
        command.Parameters.AddWithValue("before", clock.GetUtcNow());
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private string OwnerConnection => _options.PostgreSqlOwner ?? _options.PostgreSql!;

    internal PlatformDb ForOwner() => _options.UsesPostgreSql ? PgDesignTimeFactory.Create(OwnerConnection) : LiteDesignTimeFactory.Create(_options.SqliteFile);

    private PlatformDb ForApp() => _options.UsesPostgreSql ? PgDesignTimeFactory.Create(_options.PostgreSql!) : LiteDesignTimeFactory.Create(_options.SqliteFile);

    private static async Task<IReadOnlyList<string>> MigrateSqliteAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToArray();
        if (pending.Length > 0)
        {
            // The lock of a process that was killed stays for ever, and the folder's own lock lets only one process come here.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        return pending;
    }

    private async Task CheckWallAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_options.PostgreSql);
        await connection.OpenAsync(cancellationToken);
        await using (var role = new NpgsqlCommand("SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)", connection))
        {
            if (await role.ExecuteScalarAsync(cancellationToken) is string name)
            {
                throw new DatabaseException("database.role_too_strong", $"The role '{name}' is above row-level security, so the database would not keep tenants apart. Use a role without SUPERUSER and BYPASSRLS that is a member of {_options.AppRole}.");
            }
        }

        await using var open = new NpgsqlCommand(
            "SELECT c.relname FROM unnest(@tables) AS t(name) JOIN pg_class c ON c.oid = to_regclass(t.name) WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity) OR pg_has_role(current_user, c.relowner, 'MEMBER') LIMIT 1",
            connection);
        open.Parameters.AddWithValue("tables", RowLevelSecurity.FencedTables(db.Model).ToArray());
        if (await open.ExecuteScalarAsync(cancellationToken) is string table)
        {
            throw new DatabaseException("database.not_fenced", $"The table {table} is not fenced by row-level security, or this role owns it. Run 'testforge-server db migrate' as another role, the owner, and serve as a member of {_options.AppRole}.");
        }
    }

    private async Task EnsurePartitionsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT ensure_attempt_partitions(@now, @months)", connection);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("months", MonthsAhead);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
