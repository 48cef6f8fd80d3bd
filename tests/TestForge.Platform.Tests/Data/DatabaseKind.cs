namespace TestForge.Platform.Tests.Data;

/// <summary>What a suite runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,

    /// <summary>PostgreSQL through PgBouncer in transaction mode.</summary>
    PgBouncer,
}
