using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>Finds the cases and elements that a user's rules of healing mean.</summary>
internal static class HealPolicies
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static HealPolicy Of(TestPlan plan, IReadOnlyList<TestCase> cases, HealingRules rules, ArtifactRef? memory, IRunEvents events)
    {
        var used = cases.SelectMany(c => c.Steps).SelectMany(s => new[] { s.Action.Element, s.Action.OtherElement }).OfType<string>().Distinct().Count();
        return new(
            rules.Policy,
            rules.MaxHeals ?? HealPolicy.LimitFor(used),
            Match(rules.Cases, plan.Cases, c => c.Id, c => [c.Id, c.Title], "case"),
            Match(rules.Elements, plan.Elements, e => e.Id, e => [e.Id, e.Name, e.Locator.ToString()], "element"),
            memory);

        SortedDictionary<string, HealingPolicy> Match<T>(IReadOnlyDictionary<string, HealingPolicy> overrides, IReadOnlyList<T> all, Func<T, string> id, Func<T, string[]> names, string word)
        {
            var matched = new SortedDictionary<string, HealingPolicy>(StringComparer.Ordinal);
            foreach (var (key, policy) in overrides)
            {
                var glob = Glob(key);
                var meant = all.Where(a => names(a).Any(glob.IsMatch)).Select(id).ToArray();
                foreach (var one in meant)
                {
                    // Of two overrides that mean the same, the more careful counts.
                    matched[one] = matched.TryGetValue(one, out var earlier) && earlier < policy ? earlier : policy;
                }

                if (meant.Length == 0)
                {
                    events.Publish(new RunEvent.RunWarning("heal.no_match", $"The healing policy for the {word} '{key}' means no {word} of the plan. Take it out, or correct it."));
                }
            }

            return matched;
        }
    }

    private static Regex Glob(string pattern) =>
        new($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, Limit);
}
