using System.Globalization;
using System.Text;

namespace TestForge.Engine.Regeneration;

/// <summary>Writes how two texts differ as <c>patch</c> and <c>git apply</c> read it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Returns an empty text when nothing differs.</summary>
    /// <param name="file">Path of the file, forward slashes.</param>
    /// <param name="before">The file as it is.</param>
    /// <param name="after">The file as it is to be.</param>
    public static string Of(string file, string before, string after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        var edits = Edits(old, now);
        var diff = new StringBuilder();
        foreach (var (start, end) in Hunks(edits))
        {
            if (diff.Length == 0)
            {
                diff.Append(CultureInfo.InvariantCulture, $"--- a/{file}\n+++ b/{file}\n");
            }

            WriteHunk(diff, edits, start, end);
        }

        return diff.ToString();
    }

    /// <summary>Each line with its sign; a line keeps its end, so that a last one without is told from one with.</summary>
    private static List<(char Sign, string Line)> Edits(string[] old, string[] now)
    {
        var matches = LineMatches.Of(old, now);
        var edits = new List<(char, string)>();
        var next = 0;
        for (var i = 0; i < old.Length; i++)
        {
            if (matches[i] < 0)
            {
                edits.Add(('-', old[i]));
                continue;
            }

            while (next < matches[i])
            {
                edits.Add(('+', now[next++]));
            }

            edits.Add((' ', old[i]));
            next++;
        }

        edits.AddRange(now[next..].Select(l => ('+', l)));
        return edits;
    }

    /// <summary>Stretches of changes with the lines around them; those that would touch are one.</summary>
    private static List<(int Start, int End)> Hunks(List<(char Sign, string Line)> edits)
    {
        var hunks = new List<(int Start, int End)>();
        for (var i = 0; i < edits.Count; i++)
        {
            if (edits[i].Sign == ' ')
            {
                continue;
            }

            var (start, end) = (Math.Max(0, i - Context), Math.Min(edits.Count, i + Context + 1));
            if (hunks is [.., var last] && start <= last.End)
            {
                hunks[^1] = (last.Start, end);
            }
            else
            {
                hunks.Add((start, end));
            }
        }

        return hunks;
    }

    private static void WriteHunk(StringBuilder diff, List<(char Sign, string Line)> edits, int start, int end)
    {
        var hunk = edits[start..end];
        var (oldStart, newStart) = (edits[..start].Count(e => e.Sign != '+'), edits[..start].Count(e => e.Sign != '-'));
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldStart, hunk.Count(e => e.Sign != '+'))} +{Range(newStart, hunk.Count(e => e.Sign != '-'))} @@\n");
        foreach (var (sign, line) in hunk)
        {
            diff.Append(sign).Append(line);
            if (!line.EndsWith('\n'))
            {
                diff.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    // A range of no lines names the line before it.
    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static string[] LinesOf(string text)
    {
        var lines = text.Split('\n');
        string[] ended = [.. lines.SkipLast(1).Select(l => l + "\n")];
        return lines[^1].Length == 0 ? ended : [.. ended, lines[^1]];
    }
}
