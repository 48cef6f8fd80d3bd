using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents;

/// <summary>The cases that rules have made and that hold on the live application.</summary>
internal sealed class RuleCases(IEnumerable<DraftState> drafts)
{
    private const int MaxTold = 80;

    private readonly DraftState[] _cases = [.. drafts.Where(d => d is { IsConfirmed: true, Dropped: null }).OrderBy(d => d.Draft.Id, StringComparer.Ordinal)];

    public bool Has(string id) => _cases.Any(c => c.Draft.Id == id);

    /// <summary>The rules' case that does the same, or null.</summary>
    public CaseDraft? SameAs(CaseDraft draft) => _cases.FirstOrDefault(c => c.Draft.Anonymous == draft.Anonymous && Doing(c.Draft).SequenceEqual(Doing(draft)))?.Draft;

    /// <summary>Those that visit one of the pages, a line each.</summary>
    public string On(IReadOnlySet<string> pageIds)
    {
        var found = _cases.Where(c => c.Draft.Pages.Any(pageIds.Contains)).ToArray();
        var lines = found.Take(MaxTold).Select(c => $"{c.Draft.Id}: {c.Draft.Title}").ToList();
        if (found.Length > MaxTold)
        {
            lines.Add($"and {found.Length - MaxTold} more of the same kinds");
        }

        return lines.Count == 0 ? "none" : string.Join('\n', lines);
    }

    // What is noted or looked at on the way is not what is done.
    private static IEnumerable<string> Doing(CaseDraft draft) => draft.Actions.Select(s => s.Action).Where(a => !a.IsCheck && a is not StepAction.Note).Select(a => a.ToString());
}
