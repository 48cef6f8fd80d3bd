namespace TestForge.Engine.Regeneration;

/// <summary>Finds which lines of two texts are the same line: first those that each text has only once, then what lies between them.</summary>
internal sealed class LineMatches
{
    // Above this many pairs of lines a stretch without a line of its own counts as replaced: that may ask a person, and never guesses.
    private const int MaxPairs = 4_000_000;

    private readonly string[] _old;
    private readonly string[] _new;
    private readonly int[] _matches;

    private LineMatches(string[] oldLines, string[] newLines)
    {
        (_old, _new) = (oldLines, newLines);
        _matches = new int[oldLines.Length];
        Array.Fill(_matches, -1);
    }

    /// <summary>For each old line the index of the same new line, or -1; ascending.</summary>
    public static IReadOnlyList<int> Of(string[] oldLines, string[] newLines)
    {
        var matches = new LineMatches(oldLines, newLines);
        matches.Match(0, oldLines.Length, 0, newLines.Length);
        return matches._matches;
    }

    private void Match(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        while (oldStart < oldEnd && newStart < newEnd && _old[oldStart] == _new[newStart])
        {
            _matches[oldStart++] = newStart++;
        }

        while (oldStart < oldEnd && newStart < newEnd && _old[oldEnd - 1] == _new[newEnd - 1])
        {
            _matches[--oldEnd] = --newEnd;
        }

        if (oldStart == oldEnd || newStart == newEnd)
        {
            return;
        }

        var anchors = Anchors(oldStart, oldEnd, newStart, newEnd);
        if (anchors.Count == 0)
        {
            MatchLongest(oldStart, oldEnd, newStart, newEnd);
            return;
        }

        foreach (var (oldAnchor, newAnchor) in anchors)
        {
            Match(oldStart, oldAnchor, newStart, newAnchor);
            _matches[oldAnchor] = newAnchor;
            (oldStart, newStart) = (oldAnchor + 1, newAnchor + 1);
        }

        Match(oldStart, oldEnd, newStart, newEnd);
    }

    /// <summary>Lines that occur once on each side, as many as keep their order (patience diff, after Bram Cohen).</summary>
    private List<(int Old, int New)> Anchors(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var inNew = Once(_new, newStart, newEnd);
        var common = Once(_old, oldStart, oldEnd)
            .Where(l => inNew.ContainsKey(l.Key))
            .Select(l => (Old: l.Value, New: inNew[l.Key]))
            .OrderBy(p => p.Old)
            .ToArray();

        // Longest increasing subsequence by patience sorting: the piles' last cards, each pointing to the card left of it.
        var tops = new List<int>();
        var left = new int[common.Length];
        for (var i = 0; i < common.Length; i++)
        {
            var pile = tops.FindIndex(t => common[t].New > common[i].New);
            pile = pile < 0 ? tops.Count : pile;
            left[i] = pile == 0 ? -1 : tops[pile - 1];
            if (pile == tops.Count)
            {
                tops.Add(i);
            }
            else
            {
                tops[pile] = i;
            }
        }

        var anchors = new List<(int, int)>();
        for (var i = tops.Count == 0 ? -1 : tops[^1]; i >= 0; i = left[i])
        {
            anchors.Add(common[i]);
        }

        anchors.Reverse();
        return anchors;
    }

    private static Dictionary<string, int> Once(string[] lines, int start, int end)
    {
        var once = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = start; i < end; i++)
        {
            once[lines[i]] = once.ContainsKey(lines[i]) ? -1 : i;
        }

        return once.Where(l => l.Value >= 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The longest common subsequence.</summary>
    private void MatchLongest(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var (rows, columns) = (oldEnd - oldStart, newEnd - newStart);
        if ((long)rows * columns > MaxPairs)
        {
            return;
        }

        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] = _old[oldStart + i] == _new[newStart + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (_old[oldStart + i] == _new[newStart + j])
            {
                _matches[oldStart + i++] = newStart + j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
