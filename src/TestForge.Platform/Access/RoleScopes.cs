using System.Collections.Frozen;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>Which scopes each role has. The table in docs/reference/permissions.md is made from this one.</summary>
internal static class RoleScopes
{
    private static readonly Role[] Everyone = [Role.Owner, Role.Admin, Role.Editor, Role.Viewer, Role.Operator];
    private static readonly Role[] Makers = [Role.Owner, Role.Admin, Role.Editor];
    private static readonly Role[] Lookers = [Role.Owner, Role.Admin, Role.Operator];
    private static readonly Role[] Leads = [Role.Owner, Role.Admin];

    /// <summary>The roles that have a scope, for every scope.</summary>
    public static readonly IReadOnlyDictionary<string, Role[]> Table = new Dictionary<string, Role[]>
    {
        [Scopes.ProjectsRead] = Everyone,
        [Scopes.ProjectsWrite] = Makers,
        [Scopes.RunsRead] = Everyone,
        [Scopes.RunsWrite] = Makers,
        [Scopes.WebhooksRead] = [.. Makers, Role.Operator],
        [Scopes.WebhooksWrite] = Leads,
        [Scopes.NotificationsRead] = [.. Makers, Role.Operator],
        [Scopes.NotificationsWrite] = Leads,
        [Scopes.UsageRead] = Lookers,
        [Scopes.RetentionRead] = Lookers,
        [Scopes.RetentionWrite] = Leads,
        [Scopes.KeysRead] = Lookers,
        [Scopes.KeysWrite] = Leads,
        [Scopes.ClientsRead] = Lookers,
        [Scopes.ClientsWrite] = Leads,
        [Scopes.MembersRead] = Everyone,
        [Scopes.MembersWrite] = Leads,
        [Scopes.TenantRead] = Everyone,
        [Scopes.TenantWrite] = Leads,
        [Scopes.IdentityRead] = Lookers,
        // Whoever says who people are could become any of them, owners too.
        [Scopes.IdentityWrite] = [Role.Owner],
        [Scopes.AuditRead] = Lookers,
        [Scopes.AccountRead] = Everyone,
        [Scopes.AccountWrite] = Everyone,
    };

    private static readonly FrozenDictionary<Role, FrozenSet<string>> ByRole =
        Enum.GetValues<Role>().ToFrozenDictionary(r => r, r => Table.Where(t => t.Value.Contains(r)).Select(t => t.Key).ToFrozenSet());

    public static FrozenSet<string> Of(Role role) => ByRole[role];

    /// <summary>Whether a caller may make somebody this: nobody gives a role that may more than they may, and only owners make owners.</summary>
    public static bool MayGive(Role? own, IEnumerable<string> scopes, Role role) =>
        (role != Role.Owner || own == Role.Owner) && Of(role).IsSubsetOf(scopes.Concat([Scopes.AccountRead, Scopes.AccountWrite]));
}
