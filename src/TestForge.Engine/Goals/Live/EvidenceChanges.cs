namespace TestForge.Engine.Goals.Live;

/// <summary>Says in a few lines what is different between two looks at a page.</summary>
internal static class EvidenceChanges
{
    private const int MaxTexts = 6;

    public static IReadOnlyList<string> Between(PageEvidence before, PageEvidence after)
    {
        var changes = new List<string>();
        if (before.Path != after.Path)
        {
            changes.Add($"the address is now {after.Path}");
        }

        if (before.Title != after.Title)
        {
            changes.Add($"the title is now {EvidenceText.Quoted(after.Title)}");
        }

        var old = before.Lines.Concat(before.Messages).ToHashSet();
        var fresh = after.Messages.Concat(after.Headings).Concat(after.Lines).Where(l => !old.Contains(l)).Distinct().ToArray();
        changes.AddRange(fresh.Take(MaxTexts).Select(l => $"new text: {EvidenceText.Quoted(l)}"));
        if (fresh.Length > MaxTexts)
        {
            changes.Add($"{fresh.Length - MaxTexts} more new texts");
        }

        if (before.Path == after.Path)
        {
            changes.AddRange(Held(before, after).Take(MaxTexts));
            var gone = before.Lines.Except(after.Lines).Count();
            changes.AddRange(gone > 0 ? [$"{gone} texts are gone"] : []);
        }

        return changes.Count == 0 && before.State == after.State ? ["nothing that can be seen"] : changes;
    }

    private static IEnumerable<string> Held(PageEvidence before, PageEvidence after)
    {
        var known = before.Elements.GroupBy(e => (e.Role, e.Name, e.Near)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
        foreach (var element in after.Elements)
        {
            if (known.GetValueOrDefault((element.Role, element.Name, element.Near)) is not { } was)
            {
                continue;
            }

            if (was.Value != element.Value)
            {
                yield return $"{element.Role} {EvidenceText.Quoted(element.Name)} now holds {EvidenceText.Quoted(element.Value ?? "")}";
            }
            else if (!was.States.SequenceEqual(element.States))
            {
                yield return $"{element.Role} {EvidenceText.Quoted(element.Name)} is now {(element.States.Count == 0 ? "without a mark" : string.Join(", ", element.States))}";
            }
        }
    }
}
