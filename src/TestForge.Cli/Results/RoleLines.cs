using System.Globalization;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Results;

/// <summary>Says in a few lines what each role sees; all of it is in the site map.</summary>
internal static class RoleLines
{
    private const int MaxListed = 3;

    public static IEnumerable<SummaryLine> Of(IReadOnlyList<RoleView> roles)
    {
        foreach (var role in roles)
        {
            yield return new(Tone.Plain, "Role", $"  {TerminalText.Clean(role.Role)}: {string.Join(", ", Figures(role))}");
            foreach (var address in role.Unshown.Take(MaxListed))
            {
                yield return new(Tone.Warning, "  !", $" {TerminalText.Clean(address)} opens for {TerminalText.Clean(role.Role)}, though no page it sees leads there");
            }

            if (role.Unshown.Count > MaxListed)
            {
                yield return new(Tone.Plain, "", $"    {N(role.Unshown.Count - MaxListed)} more in the site map");
            }
        }
    }

    private static IEnumerable<string> Figures(RoleView role)
    {
        yield return $"{N(role.Pages.Count)} pages";
        foreach (var (items, one, many) in new[]
        {
            (role.Only, "that no other role can open", "that no other role can open"),
            (role.Refused.Select(r => $"{r.Url} ({r.Why})"), "closed to it", "closed to it"),
            (role.Controls.Select(c => c.Name).Distinct(), "control that it alone sees", "controls that it alone sees"),
        })
        {
            var all = items.ToArray();
            if (all.Length > 0)
            {
                var listed = string.Join(", ", all.Take(MaxListed).Select(t => TerminalText.Clean(t)));
                yield return $"{N(all.Length)} {(all.Length == 1 ? one : many)} ({listed}{(all.Length > MaxListed ? ", …" : "")})";
            }
        }
    }

    private static string N(int count) => count.ToString(CultureInfo.InvariantCulture);
}
