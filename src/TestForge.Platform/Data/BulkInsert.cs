using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>
/// Adds many rows at once. On PostgreSQL a table's rows go as one array for each column, a statement for thousands of them: <c>COPY</c> is refused
/// under row-level security. The rows pass by the change tracker, so neither the audit log nor the tracker sees them.
/// </summary>
internal static class BulkInsert
{
    private const int RowsOfStatement = 5_000;

    /// <param name="db">In a transaction.</param>
    /// <param name="rows">Of the current tenant; rows come before those that refer to them.</param>
    /// <param name="cancellationToken">Stops, and with the transaction nothing was added.</param>
    public static async Task<int> AddAsync(PlatformDb db, IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
        {
            db.AddRange(rows);
            return await db.SaveChangesAsync(cancellationToken);
        }

        if (rows.FirstOrDefault(r => r is not ITenantOwned owned || owned.TenantId != db.CurrentTenant) is { } stranger)
        {
            throw new InvalidOperationException($"A {stranger.GetType().Name} of another tenant was about to be added. Nothing was saved.");
        }

        var added = 0;
        foreach (var table in rows.GroupBy(r => r.GetType()))
        {
            var entity = db.Model.FindEntityType(table.Key) ?? throw new InvalidOperationException($"{table.Key.Name} has no table.");
            foreach (var some in table.Chunk(RowsOfStatement))
            {
                var columns = entity.GetProperties().Select((p, i) => new Column(p, i, some)).ToArray();
                var sql = $"""
                    INSERT INTO {entity.GetTableName()} ({string.Join(", ", columns.Select(c => c.Name))})
                    SELECT {string.Join(", ", columns.Select(c => c.Selected))}
                    FROM unnest({string.Join(", ", columns.Select(c => c.Parameter.ParameterName))}) AS rows({string.Join(", ", columns.Select(c => c.Alias))})
                    """;
                added += await db.Database.ExecuteSqlRawAsync(sql, columns.Select(c => c.Parameter), cancellationToken);
            }
        }

        return added;
    }

    private sealed class Column
    {
        public Column(IProperty property, int number, object[] rows)
        {
            var mapping = property.GetTypeMapping();
            var type = mapping.Converter?.ProviderClrType ?? property.ClrType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            var getter = property.GetGetter();
            var values = Array.CreateInstance(type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                var value = getter.GetClrValue(rows[i]);
                values.SetValue(mapping.Converter is null || value is null ? value : mapping.Converter.ConvertToProvider(value), i);
            }

            Name = property.GetColumnName();
            Alias = string.Create(CultureInfo.InvariantCulture, $"c{number}");

            // An assignment to the column checks its length; a cast to its type would cut what is too long.
            Selected = property.GetColumnType() == "jsonb" ? $"{Alias}::jsonb" : Alias;
            Parameter = new($"@{Alias}", values) { DataTypeName = NameOf(type) + "[]" };
        }

        public string Name { get; }

        public string Alias { get; }

        public string Selected { get; }

        public NpgsqlParameter Parameter { get; }

        private static string NameOf(Type type) => type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(Guid) => "uuid",
            _ when type == typeof(int) => "integer",
            _ when type == typeof(long) => "bigint",
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(double) => "double precision",
            _ when type == typeof(DateTimeOffset) => "timestamp with time zone",
            _ => throw new InvalidOperationException($"A column of {type.Name} cannot be added in bulk yet."),
        };
    }
}
