using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>Finds the cases that the lines of a quarantine file mean.</summary>
internal static class QuarantineMatcher
{
    public static IReadOnlyDictionary<string, Quarantine> Match(IReadOnlyList<TestCase> cases, IReadOnlyList<QuarantineEntry> entries, IRunEvents events)
    {
        var matched = new Dictionary<string, Quarantine>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var title = entry.Title is null ? null : TitleFilter.Pattern(entry.Title);
            var meant = cases.Where(c => c.Id == entry.CaseId || title?.IsMatch(c.Title) == true).ToArray();
            foreach (var testCase in meant)
            {
                matched.TryAdd(testCase.Id, entry.Quarantine);
            }

            if (meant.Length == 0)
            {
                events.Publish(new RunEvent.RunWarning("quarantine.no_match", $"The quarantine of '{entry.CaseId ?? entry.Title}' means no case of the plan. Take it out, or correct it."));
            }
        }

        return matched;
    }
}
