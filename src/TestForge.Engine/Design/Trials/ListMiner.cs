using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Finds what holds of lists whatever is in them: searching narrows, sorting orders, a total is the sum of its parts.</summary>
internal sealed class ListMiner(TrialRoom room, TrialVisit visit, LiveSteps steps, string pageId)
{
    // So many rows are hardly in order by accident; fewer need a choice that speaks of the column.
    private const int MinDistinct = 5;
    private const int MinNamed = 3;
    private const string Wanted = "wanted";
    private const string Chosen = "chosen";

    private readonly Dictionary<string, string> _adopted = [];

    // Totals by the column that they are the sum of.
    private readonly Dictionary<string, string> _sums = [];

    /// <summary>Searching for an entry that is listed finds it, and nothing that does not have it.</summary>
    public async Task NarrowsAsync(TestStep fill, TestStep? send, CancellationToken cancellationToken)
    {
        var before = await PageLists.ReadAsync(visit.Page, cancellationToken);
        NoteSums(before);
        foreach (var list in before.Lists)
        {
            var column = list.Columns.FirstOrDefault(c => IsName(c) && list.Rows.Any(r => !Contains(r, c.Texts[0])));
            if (column is null)
            {
                continue;
            }

            var mark = steps.Mark;
            var wanted = Adopt(column.Css, 0, "first entry");
            if (await steps.DoAsync(Phrases.WhenNote(room.Context, wanted, Wanted), cancellationToken)
                && await steps.DoAsync(fill, cancellationToken) && (send is null || await steps.DoAsync(send, cancellationToken)))
            {
                var text = visit.Driver.Values.Noted(Wanted)!;
                var after = await PageLists.ReadAsync(visit.Page, cancellationToken);
                var found = after.Lists.Where(l => l.Rows.Count < list.Rows.Count && l.Rows.All(r => Contains(r, text))).OrderByDescending(l => l.Css == list.Css).FirstOrDefault();
                if (found is not null && await steps.SeeAsync(new StepAction.ExpectEach(Rows(found.Css), CaseValues.NotedReference(Wanted)), cancellationToken))
                {
                    await TotalsAsync(cancellationToken);
                    return;
                }
            }

            steps.Truncate(mark);
            return;
        }
    }

    /// <summary>Each choice that orders or narrows a list does so.</summary>
    public async Task ArrangesAsync(IReadOnlyList<TestStep> choices, TestStep? send, CancellationToken cancellationToken)
    {
        foreach (var choice in choices)
        {
            var before = await PageLists.ReadAsync(visit.Page, cancellationToken);
            NoteSums(before);
            var mark = steps.Mark;
            if (!await steps.DoAsync(choice, cancellationToken) || (send is not null && !await steps.DoAsync(send, cancellationToken)))
            {
                steps.Truncate(mark);
                return;
            }

            var checks = steps.Mark;
            var after = await PageLists.ReadAsync(visit.Page, cancellationToken);
            foreach (var (old, now) in before.Lists.Select(l => (Old: l, Now: after.List(l.Css))).Where(p => p.Now is not null && !p.Old.Rows.SequenceEqual(p.Now.Rows)))
            {
                // A list of many pages shows other rows once it is in another order.
                await OrderedAsync(await LabelAsync(choice, cancellationToken), old, now!, cancellationToken);
                if (choice.Action is StepAction.ChooseAt select && now!.Rows.Count <= old.Rows.Count)
                {
                    await FilteredAsync(select.ElementId, old, now, cancellationToken);
                }
            }

            if (!before.Lists.SelectMany(l => l.Rows).SequenceEqual(after.Lists.SelectMany(l => l.Rows)))
            {
                await TotalsAsync(cancellationToken);
            }

            if (steps.Mark == checks)
            {
                steps.Truncate(mark);
            }
        }
    }

    /// <summary>Numbers beside a list that are the sum of one of its columns.</summary>
    public async Task TotalsAsync(CancellationToken cancellationToken)
    {
        var lists = await PageLists.ReadAsync(visit.Page, cancellationToken);
        NoteSums(lists);
        foreach (var (column, total) in _sums)
        {
            // A list that is narrowed to one row has a total too.
            if (lists.Lists.SelectMany(l => l.Columns).Any(c => c.Css == column) && lists.Figures.Any(f => f.Css == total))
            {
                await steps.SeeAsync(new StepAction.ExpectSum(Adopt(total, null, "total"), Rows(column, "numbers of the list")), cancellationToken);
            }
        }
    }

    private void NoteSums(PageLists lists)
    {
        foreach (var column in lists.Lists.SelectMany(l => l.Columns).Where(c => c.Texts.Count >= 2 && c.Texts.All(t => NumberText.Only(t) is not null)))
        {
            var sum = column.Texts.Sum(t => NumberText.First(t)!.Value);
            // One row that is not zero would make its own total.
            if (column.Texts.Count(t => NumberText.First(t) != 0) >= 2 && lists.Figures.FirstOrDefault(f => NumberText.First(f.Text) == sum) is { } total)
            {
                _sums.TryAdd(column.Css, total.Css);
            }
        }
    }

    private async Task<string> LabelAsync(TestStep choice, CancellationToken cancellationToken) => choice.Action is StepAction.ChooseAt select
        ? await visit.Page.Locate(room.Book.Specs[select.ElementId]).EvaluateAsync<string>(ElementText.Script).WaitAsync(cancellationToken)
        : choice.Text;

    private async Task OrderedAsync(string label, PageList old, PageList now, CancellationToken cancellationToken)
    {
        foreach (var (was, column) in old.Columns.Zip(now.Columns).Where(c => c.First.Css == c.Second.Css && c.Second.Texts.Distinct().Count() >= (OrderWords.SpeakOf(label, c.Second.Texts) ? MinNamed : MinDistinct)))
        {
            foreach (var descending in new[] { false, true })
            {
                if (TextOrder.Break(column.Texts, descending) is null && TextOrder.Break(was.Texts, descending) is not null)
                {
                    await steps.SeeAsync(new StepAction.ExpectSorted(Rows(column.Css, "values of the list"), descending), cancellationToken);
                }
            }
        }
    }

    private async Task FilteredAsync(string select, PageList old, PageList now, CancellationToken cancellationToken)
    {
        if (now.Rows.Count == 0)
        {
            return;
        }

        var mark = steps.Mark;
        if (!await steps.DoAsync(Phrases.WhenNote(room.Context, select, Chosen), cancellationToken)
            || visit.Driver.Values.Noted(Chosen) is not { Length: >= 3 } chosen || !now.Rows.All(r => Contains(r, chosen)) || old.Rows.All(r => Contains(r, chosen))
            || !await steps.SeeAsync(new StepAction.ExpectEach(Rows(now.Css), CaseValues.NotedReference(Chosen)), cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    private string Rows(string css, string name = "entries of the list") => Adopt(css, null, name, many: true);

    private string Adopt(string css, int? nth, string name, bool many = false)
    {
        var key = $"{css}|{nth}";
        return _adopted.TryGetValue(key, out var id) ? id
            : _adopted[key] = steps.Adopt(pageId, name, new() { Kind = LocatorKind.Css, Value = css, Nth = nth }, new() { Tag = "li", Css = css }, many);
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // A name is words, and another one in each row.
    private static bool IsName(PageColumn column) =>
        column.Texts.Count >= 2 && column.Texts[0].Length is >= 3 and <= 80 && column.Texts[0].Any(char.IsLetter) && column.Texts.Distinct().Count() * 3 > column.Texts.Count * 2
        && column.Texts.All(t => NumberText.Only(t) is null && VolatileText.Reason(t) is null);
}
