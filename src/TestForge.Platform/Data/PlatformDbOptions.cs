using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace TestForge.Platform.Data;

/// <summary>The settings of each provider that are not a matter of choice.</summary>
internal static class PlatformDbOptions
{
    /// <summary>How long a command may take.</summary>
    public const int CommandSeconds = 30;

    public const string HistoryTable = "schema_migrations";

    public static void UsePostgreSql(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(Pooled(connection), npgsql => npgsql.CommandTimeout(CommandSeconds).MigrationsHistoryTable(HistoryTable).MigrationsAssembly(typeof(PlatformDb).Assembly.FullName));

    public static void UseSqlite(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString(), sqlite => sqlite.CommandTimeout(CommandSeconds).MigrationsHistoryTable(HistoryTable));

    // A pooler that lends connections for a transaction neither keeps session state nor knows prepared statements.
    private static string Pooled(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true, MaxAutoPrepare = 0 }.ToString();
}
