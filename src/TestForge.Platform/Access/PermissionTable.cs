using System.Text;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>The table of roles and scopes as a page for people.</summary>
internal static class PermissionTable
{
    public static string Markdown()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("""
            # Who may do what

            Made from the product's own table by a test; do not edit by hand.

            A caller may do what its role has *and* its key or token has. In a project, a member's role there takes the place of the role in the tenant; owners and admins keep theirs. A key of the tenant, which belongs to no member, has no role: its scopes alone count.


            """);
        text.AppendLine($"| Scope | {string.Join(" | ", roles.Select(r => r.ToString().ToLowerInvariant()))} |");
        text.AppendLine($"| --- |{string.Concat(roles.Select(_ => " --- |"))}");
        foreach (var (scope, having) in RoleScopes.Table)
        {
            text.AppendLine($"| `{scope}` | {string.Join(" | ", roles.Select(r => having.Contains(r) ? "yes" : "–"))} |");
        }

        text.AppendLine().AppendLine("`account` scopes are about the caller's own account. Nobody gives a role that may more than they may themselves, and only owners make owners.");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
