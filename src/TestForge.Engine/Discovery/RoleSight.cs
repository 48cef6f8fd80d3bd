using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>What one role came to see: pages by URL template, found by itself or tried because another role found them.</summary>
internal sealed class RoleSight
{
    /// <summary>What was left out for these reasons may have held more links.</summary>
    private static readonly HashSet<string> CutOff = ["max-pages", "max-depth", "max-minutes", "max-megabytes", "interrupted"];

    private readonly Dictionary<string, RolePage> _found = [];
    private readonly Dictionary<string, RolePage> _opened = [];
    private readonly SortedDictionary<string, string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shown = [];

    public RoleSight(RoleSource role, SiteMap map)
    {
        Role = role;
        Target = map.Target;
        Complete = !map.Interrupted && map.Skipped.All(s => !CutOff.Contains(s.Code));
        foreach (var page in map.Pages.Where(p => p.Outcome == PageOutcome.Ok))
        {
            foreach (var url in page.Duplicates.Prepend(page.Url))
            {
                AddFound(RolePage.From(new(url), page));
            }
        }

        var leads = map.Pages.SelectMany(p => p.Links.Select(l => l.Url).Append(p.Url)).Concat(map.Skipped.Select(s => s.What));
        _shown.UnionWith(leads.Select(UrlNormalForm.Parse).OfType<Uri>().Select(UrlShape.Template));
    }

    public RoleSource Role { get; }

    public Uri Target { get; }

    /// <summary>Whether everything the role is shown was followed.</summary>
    public bool Complete { get; }

    public IEnumerable<RolePage> Found => _found.Values;

    /// <summary>Templates of all the role can open.</summary>
    public IEnumerable<string> Reached => _found.Keys.Concat(_opened.Keys);

    public bool Reaches(string template) => _found.ContainsKey(template) || _opened.ContainsKey(template);

    /// <summary>The page as this role sees it, or null.</summary>
    public RolePage? Page(string template) => _found.GetValueOrDefault(template) ?? _opened.GetValueOrDefault(template);

    /// <summary>Notes what came of opening an address that another role had found.</summary>
    public void Learn(RolePage known, VisitedPage visited)
    {
        var (page, why) = Judge(known, visited);
        if (page is not null)
        {
            _opened[known.Template] = page;
        }
        else
        {
            _refused[known.Template] = why;
        }
    }

    /// <summary>Puts it beside what the others see.</summary>
    public RoleView View(IReadOnlyList<RoleSight> others) => new(
        Role.Name,
        [.. Reached.Select(Shown).Order(StringComparer.Ordinal)],
        [.. Reached.Where(t => others.All(o => !o.Reaches(t))).Select(Shown).Order(StringComparer.Ordinal)],
        [.. _refused.Select(r => new RefusedAddress(Shown(r.Key), r.Value))],
        [.. Controls(others)])
    {
        Unshown = Complete ? [.. _opened.Keys.Where(t => !_shown.Contains(t)).Select(Shown).Order(StringComparer.Ordinal)] : [],
    };

    private void AddFound(RolePage page)
    {
        // Pages of one template are one to a role; what any of them shows is there.
        if (_found.TryGetValue(page.Template, out var known))
        {
            known.Controls.UnionWith(page.Controls);
        }
        else
        {
            _found[page.Template] = page;
        }
    }

    private IEnumerable<RoleControl> Controls(IReadOnlyList<RoleSight> others)
    {
        const int maxControls = 200;
        return Reached.Order(StringComparer.Ordinal)
            .SelectMany(template =>
            {
                var elsewhere = others.Select(o => o.Page(template)).OfType<RolePage>().ToArray();
                return elsewhere.Length == 0
                    ? []
                    : Page(template)!.Controls.Where(c => elsewhere.All(p => !p.Controls.Contains(c))).Order(StringComparer.Ordinal).Select(c => new RoleControl(Shown(template), c));
            })
            .Take(maxControls);
    }

    // Some applications answer "not allowed" with status 200, so an answer counts only when it is the same page.
    private static (RolePage? Page, string Why) Judge(RolePage known, VisitedPage visited)
    {
        if (visited.Outcome == PageOutcome.HttpError)
        {
            return (null, visited.Status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (visited is not { Outcome: PageOutcome.Ok, Url: { } url, Facts: { } facts })
        {
            return (null, visited.Detail ?? "it could not be read");
        }

        var page = RolePage.From(url, facts);
        return page.Template != known.Template ? (null, $"leads to {Shown(page.Template)}")
            : page.Looks(known) ? (page, "")
            : (null, $"shows another page, '{page.Title}'");
    }

    private static string Shown(string template) => SecretsInUrls.Hide(template.Replace("?#", "#", StringComparison.Ordinal).TrimEnd('?'));
}
