using TestForge.Pipeline;

namespace TestForge.Engine.Design.Findings;

/// <summary>Pages that open for a role which is not shown the way to them.</summary>
internal static class RoleFindings
{
    public static IEnumerable<Finding> Of(SiteMap site) => site.Roles
        .SelectMany(r => r.Unshown.Select(address => (r.Role, Address: address)))
        .GroupBy(x => x.Address)
        .Select(g =>
        {
            var roles = string.Join(", ", g.Select(x => x.Role));
            return FindingMaker.Make(
                FindingCategory.Security,
                FindingSeverity.Serious,
                $"unshown {g.Key}",
                $"{g.Key} can be reached by a role that is not shown it: {roles}",
                $"No page that {roles} can see leads to it, other roles are shown the way, and it opens all the same with the same content. "
                    + "If it is meant for those others alone, the server does not check who asks. If not, nothing is wrong.",
                site.Pages.Where(p => TargetPaths.Relative(site.Target, p.Url) == g.Key).Select(p => p.Id)) with
            {
                Rule = "reachable-though-not-shown",
            };
        });
}
