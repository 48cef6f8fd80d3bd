namespace TestForge.Engine.Regeneration;

/// <summary>Merges by line what a person changed in a generated text with what the generator changed in it (diff3).</summary>
internal static class ThreeWayMerge
{
    /// <param name="origin">The text as it was last generated.</param>
    /// <param name="edited">The text as a person left it.</param>
    /// <param name="generated">The text as it is generated now.</param>
    public static MergedText Of(string origin, string edited, string generated)
    {
        var (before, theirs, ours) = (origin.Split('\n'), edited.Split('\n'), generated.Split('\n'));
        var toTheirs = LineMatches.Of(before, theirs);
        var toOurs = LineMatches.Of(before, ours);
        var merged = new List<string>();
        var conflicts = new List<int>();
        var (b, t, o) = (0, 0, 0);
        for (var kept = 0; kept <= before.Length; kept++)
        {
            var end = kept == before.Length;
            if (!end && (toTheirs[kept] < 0 || toOurs[kept] < 0))
            {
                continue;
            }

            var (theirEnd, ourEnd) = end ? (theirs.Length, ours.Length) : (toTheirs[kept], toOurs[kept]);
            if (Chosen(before[b..kept], theirs[t..theirEnd], ours[o..ourEnd]) is { } lines)
            {
                merged.AddRange(lines);
            }
            else
            {
                conflicts.Add(t + 1);
            }

            if (!end)
            {
                merged.Add(before[kept]);
                (b, t, o) = (kept + 1, theirEnd + 1, ourEnd + 1);
            }
        }

        return new(conflicts.Count == 0 ? string.Join('\n', merged) : null, conflicts);
    }

    /// <summary>The side that changed, or null when both did and not alike.</summary>
    private static string[]? Chosen(string[] before, string[] theirs, string[] ours) =>
        before.SequenceEqual(theirs) ? ours
        : before.SequenceEqual(ours) || theirs.SequenceEqual(ours) ? theirs
        : null;
}
