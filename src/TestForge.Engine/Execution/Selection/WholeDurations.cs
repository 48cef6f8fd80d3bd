using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>How long each case took when all of them ran last.</summary>
internal static class WholeDurations
{
    /// <summary>
    /// Milliseconds by case, or null. Results of one shard, or of some cases only, differ from machine to machine:
    /// what is shared out by them would not add up to the whole.
    /// </summary>
    public static IReadOnlyDictionary<string, long>? Of(IReadOnlyList<TestCase> cases, RunResults? last)
    {
        if (last is not { Shard: null, Interrupted: false })
        {
            return null;
        }

        var known = last.Cases.Where(c => c.Attempts.Count > 0).ToDictionary(c => c.CaseId, c => c.Attempts.Max(a => a.Milliseconds), StringComparer.Ordinal);
        return cases.All(c => known.ContainsKey(c.Id)) ? known : null;
    }
}
