using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Which role a provider's groups give.</summary>
internal static class GroupRoles
{
    // From the least to the most. An operator looks at more than a viewer and changes nothing.
    private static readonly Role[] Order = [Role.Viewer, Role.Operator, Role.Editor, Role.Admin, Role.Owner];

    /// <summary>The one that may most, or the default; null: the person is not let in.</summary>
    public static Role? Of(IdentityProvider provider, IReadOnlyList<string> groups)
    {
        var roles = groups.Where(provider.GroupRoles.ContainsKey).Select(g => provider.GroupRoles[g]).ToArray();
        return roles.Length == 0 ? provider.DefaultRole : roles.MaxBy(r => Array.IndexOf(Order, r));
    }
}
