using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Finds what would make a merged report say something that is not so.</summary>
internal static class MergeChecks
{
    /// <summary>Throws <c>merge.plans_differ</c>, <c>merge.shards_differ</c> or <c>merge.shard_missing</c>.</summary>
    public static void Require(IReadOnlyList<MergePart> parts)
    {
        var first = parts[0];
        var ids = first.Plan.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        if (parts.FirstOrDefault(p => p.Plan.Target != first.Plan.Target || !ids.SetEquals(p.Plan.Cases.Select(c => c.Id))) is { } other)
        {
            throw new StageException(
                "merge.plans_differ",
                $"'{first.Path}' and '{other.Path}' hold different test plans. Shards are parts of one plan: copy the folder with test-plan.json to each machine before execute.",
                retryable: false);
        }

        var marks = parts.Select(p => (Part: p, Mark: p.Results.Shard)).Where(p => p.Mark is not null).Select(p => (p.Part, Mark: p.Mark!)).ToArray();
        if (marks.FirstOrDefault(m => (m.Mark.Key, m.Mark.Count) != (marks[0].Mark.Key, marks[0].Mark.Count)) is { Part: { } stranger })
        {
            throw new StageException(
                "merge.shards_differ",
                $"'{marks[0].Part.Path}' and '{stranger.Path}' shared the cases out differently, so some may have run nowhere. Run all shards with the same --grep and number of parts, from copies of one folder.",
                retryable: false);
        }

        var present = marks.Select(m => m.Mark.Index).ToHashSet();
        if (marks is [var (_, mark), ..] && Enumerable.Range(1, mark.Count).Where(i => !present.Contains(i)).ToArray() is { Length: > 0 } missing)
        {
            throw new StageException(
                "merge.shard_missing",
                $"There is no result of shard {string.Join(", ", missing.Select(i => $"{i}/{mark.Count}"))}. Name its folder too, or run it first.",
                retryable: false);
        }
    }
}
