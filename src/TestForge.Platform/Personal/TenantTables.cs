using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>The tables that hold rows of a tenant, read from the model, so that a new one cannot be forgotten.</summary>
internal static class TenantTables
{
    /// <summary>Tables without rows of a tenant, and why.</summary>
    public static readonly IReadOnlyDictionary<Type, string> Others = new Dictionary<Type, string>
    {
        [typeof(Installation)] = "says that the first tenant was made once, by an id alone; without it another would be made",
        [typeof(InstallationKey)] = "a key of the whole installation",
        [typeof(UserAddress)] = "which person an address is of, by hashes; it goes with the person",
        [typeof(User)] = "a person, who may be a member of several tenants",
    };

    /// <summary>The tables, those that refer to others before these.</summary>
    public static IReadOnlyList<IEntityType> ChildrenFirst(IModel model)
    {
        var ordered = new List<IEntityType>();
        var seen = new HashSet<IEntityType>();
        foreach (var entity in model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            Visit(entity);
        }

        return [.. ordered.Where(e => !Others.ContainsKey(e.ClrType))];

        void Visit(IEntityType entity)
        {
            if (!seen.Add(entity))
            {
                return;
            }

            foreach (var child in entity.GetReferencingForeignKeys().Select(k => k.DeclaringEntityType).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
            {
                Visit(child);
            }

            ordered.Add(entity);
        }
    }

    /// <summary>The column that says whose a row is.</summary>
    public static string OwnerColumn(IEntityType entity) => Owner(entity).GetColumnName();

    /// <summary>The property that says whose a row is.</summary>
    public static IProperty Owner(IEntityType entity) =>
        entity.FindProperty(nameof(ITenantOwned.TenantId)) ?? entity.GetProperties().Single(p => p.ClrType == typeof(TenantId));

    /// <summary>How many rows of a table are the tenant's.</summary>
    public static Task<long> CountAsync(PlatformDb db, IEntityType entity, TenantId tenant, CancellationToken cancellationToken)
    {
        // Names come from the model.
        var sql = $"SELECT count(*) AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{OwnerColumn(entity)}\" = {{0}}";
        return db.Database.SqlQueryRaw<long>(sql, tenant.Value).SingleAsync(cancellationToken);
    }

    /// <summary>Removes at most so many rows of the tenant. Returns how many.</summary>
    public static Task<int> RemoveAsync(PlatformDb db, IEntityType entity, TenantId tenant, int most, CancellationToken cancellationToken)
    {
        var (table, owner) = (entity.GetTableName(), OwnerColumn(entity));
        var sql = $"DELETE FROM \"{table}\" WHERE id IN (SELECT id FROM \"{table}\" WHERE \"{owner}\" = {{0}} LIMIT {most})";
        return db.Database.ExecuteSqlRawAsync(sql, [tenant.Value], cancellationToken);
    }
}
