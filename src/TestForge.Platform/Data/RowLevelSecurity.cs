using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>The wall inside PostgreSQL, made from the model: whoever adds a table cannot forget it. May be run again and again.</summary>
internal static class RowLevelSecurity
{
    private const string Tenant = "NULLIF(current_setting('app.tenant_id', true), '')::uuid";

    /// <param name="model">The tables.</param>
    /// <param name="role">The role that uses them and owns none; made when it is not there.</param>
    public static string Sql(IModel model, string role)
    {
        var sql = new StringBuilder();
        sql.AppendLine($"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
                    CREATE ROLE {role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
                END IF;
            END $$;
            GRANT SELECT ON {PlatformDbOptions.HistoryTable} TO {role};
            GRANT EXECUTE ON FUNCTION ensure_attempt_partitions(timestamptz, int) TO {role};
            """);
        foreach (var entity in model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            var table = entity.GetTableName()!;
            if (!PlatformDb.Shared.Contains(entity.ClrType))
            {
                Fence(sql, table, ConditionOf(entity), entity.ClrType == typeof(User));
            }

            var rights = PlatformDb.AppendOnly.Contains(entity.ClrType) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
            sql.AppendLine($"REVOKE ALL ON {table} FROM {role};");
            sql.AppendLine($"GRANT {rights} ON {table} TO {role};");
        }

        // Whoever looks after the installation has to know which tenants there are, and of which a person is a member, to export or erase either.
        foreach (var table in (string[])["tenants", "memberships"])
        {
            sql.AppendLine($"DROP POLICY IF EXISTS owner_lists ON {table};");
            sql.AppendLine($"CREATE POLICY owner_lists ON {table} FOR SELECT TO CURRENT_USER USING (true);");
        }

        sql.AppendLine("DROP POLICY IF EXISTS owner_lists ON users;");
        sql.AppendLine("CREATE POLICY owner_lists ON users TO CURRENT_USER USING (true);");
        sql.AppendLine(OwnerFunctions.Sql(role));
        return sql.ToString();
    }

    /// <summary>The tables that have to be fenced.</summary>
    public static IReadOnlyList<string> FencedTables(IModel model) =>
        [.. model.GetEntityTypes().Where(e => !PlatformDb.Shared.Contains(e.ClrType)).Select(e => e.GetTableName()!)];

    private static string ConditionOf(IEntityType entity) => entity.ClrType switch
    {
        var type when typeof(ITenantOwned).IsAssignableFrom(type) => $"tenant_id = {Tenant}",
        var type when type == typeof(Tenant) => $"id = {Tenant}",
        // The memberships seen here are those of the current tenant, by their own rule.
        var type when type == typeof(User) => "EXISTS (SELECT FROM memberships m WHERE m.user_id = users.id)",
        var type => throw new InvalidOperationException($"{type.Name} belongs to no tenant and is not shared: say which in PlatformDb."),
    };

    private static void Fence(StringBuilder sql, string table, string condition, bool anyoneMayInsert) => sql.AppendLine($"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS tenant_isolation ON {table};
        CREATE POLICY tenant_isolation ON {table} USING ({condition}) WITH CHECK ({condition});
        DROP POLICY IF EXISTS tenant_insert ON {table};
        {(anyoneMayInsert ? $"CREATE POLICY tenant_insert ON {table} FOR INSERT WITH CHECK (true);" : "")}
        """);
}
