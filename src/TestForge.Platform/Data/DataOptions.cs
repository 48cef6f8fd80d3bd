using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Data;

/// <summary>Where the platform's rows are.</summary>
public sealed class DataOptions
{
    /// <summary>Connection string of PostgreSQL, of a role that owns no table and is not above row-level security. Unset: SQLite.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>Connection string of the role that owns the tables, for migrations. Unset: <see cref="PostgreSql"/>.</summary>
    public string? PostgreSqlOwner { get; set; }

    /// <summary>The role whose members may use the tables but not own them. The default is <c>testforge_app</c>.</summary>
    [RegularExpression("^[a-z_][a-z0-9_]{0,62}$")]
    public string AppRole { get; set; } = "testforge_app";

    /// <summary>File of the SQLite database. Used when <see cref="PostgreSql"/> is unset.</summary>
    public string SqliteFile { get; set; } = "testforge.db";

    /// <summary>Whether the platform runs on PostgreSQL.</summary>
    public bool UsesPostgreSql => !string.IsNullOrEmpty(PostgreSql);
}
