using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>Where a person is named by id, read from the model: every column that is called UserId.</summary>
internal static class PersonRows
{
    public const string Column = "UserId";

    public static IReadOnlyList<IEntityType> Tables(IModel model) =>
        [.. model.GetEntityTypes().Where(e => e.FindProperty(Column) is not null).OrderBy(e => e.GetTableName(), StringComparer.Ordinal)];

    /// <summary>Whether rows of a table go with the person. Others only no longer name the person.</summary>
    public static bool GoesToo(IEntityType table) => table.ClrType == typeof(ApiKey) || !table.FindProperty(Column)!.IsNullable;

    public static async Task<User> FindAsync(OwnerWork owner, string email, CancellationToken cancellationToken)
    {
        return await owner.WithoutTenantAsync(db => db.Users.WithEmail(email).IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(cancellationToken), cancellationToken)
            ?? throw new PersonalException("persons.not_found", "No person has this e-mail address here.");
    }

    /// <summary>The tenants of which the person is a member.</summary>
    public static Task<TenantId[]> TenantsAsync(OwnerWork owner, Guid user, CancellationToken cancellationToken) =>
        owner.WithoutTenantAsync(db => db.Memberships.IgnoreQueryFilters().Where(m => m.UserId == user).Select(m => m.TenantId).Distinct().ToArrayAsync(cancellationToken), cancellationToken);

    /// <summary>Ids by which the audit log names the person: their own, and those of their keys.</summary>
    public static async Task<Guid[]> ActorsAsync(PlatformDb db, Guid user, CancellationToken cancellationToken) =>
        [user, .. await db.ApiKeys.Where(k => k.UserId == user).Select(k => k.Id).ToArrayAsync(cancellationToken)];
}
