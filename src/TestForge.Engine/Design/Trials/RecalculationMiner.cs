using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Finds amounts that follow what is typed into a form: another quantity, another price.</summary>
internal sealed partial class RecalculationMiner(TrialRoom room, TrialVisit visit, LiveSteps steps, string pageId)
{
    private const string Before = "amount";

    public async Task MineAsync(IReadOnlyList<TestStep> changes, TestStep? send, CancellationToken cancellationToken)
    {
        var figures = await AmountsAsync(cancellationToken);
        if (figures.Length > 0)
        {
            send = null;
        }
        else if (send is not null && await steps.DoAsync(send, cancellationToken))
        {
            figures = await AmountsAsync(cancellationToken);
        }

        // The last amount on a form is its total.
        foreach (var figure in figures.Reverse().DistinctBy(f => f.Css).Take(3))
        {
            var amount = steps.Adopt(pageId, "amount", new() { Kind = LocatorKind.Css, Value = figure.Css }, new() { Tag = "p", Css = figure.Css }, many: false);
            var found = false;
            foreach (var change in changes)
            {
                var mark = steps.Mark;
                if (await steps.DoAsync(Phrases.WhenNote(room.Context, amount, Before), cancellationToken) && await steps.DoAsync(change, cancellationToken)
                    && (send is null || await steps.DoAsync(send, cancellationToken))
                    && await steps.SeeAsync(new StepAction.ExpectChanged(amount, Before), cancellationToken))
                {
                    found = true;
                }
                else
                {
                    steps.Truncate(mark);
                }
            }

            if (found)
            {
                return;
            }
        }
    }

    private async Task<PageFigure[]> AmountsAsync(CancellationToken cancellationToken) =>
        [.. (await PageLists.ReadAsync(visit.Page, cancellationToken)).Figures.Where(f => Money().IsMatch(f.Text))];

    [GeneratedRegex(@"\p{Sc}\s?\d|\d\s?(\p{Sc}|EUR|USD|GBP|CHF)")]
    private static partial Regex Money();
}
