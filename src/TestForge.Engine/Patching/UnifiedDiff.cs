using System.Globalization;
using System.Text;
using TestForge.Engine.Regeneration;

namespace TestForge.Engine.Patching;

/// <summary>Writes the difference of two texts as <c>patch</c> and <c>git apply</c> read it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Returns an empty text when nothing differs.</summary>
    public static string Of(string file, string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var lines = Marked(old, now);
        var text = new StringBuilder();
        for (var at = 0; at < lines.Count;)
        {
            var first = lines.FindIndex(at, l => l.Sign != ' ');
            if (first < 0)
            {
                break;
            }

            var last = first;
            for (var i = first; i < lines.Count && i <= last + (2 * Context); i++)
            {
                last = lines[i].Sign != ' ' ? i : last;
            }

            WriteHunk(text, lines, Math.Max(at, first - Context), Math.Min(lines.Count, last + 1 + Context));
            at = Math.Min(lines.Count, last + 1 + Context);
        }

        return text.Length == 0 ? "" : $"--- a/{file}\n+++ b/{file}\n{text}";
    }

    private static void WriteHunk(StringBuilder text, List<DiffLine> lines, int start, int end)
    {
        var hunk = lines[start..end];
        var (oldCount, newCount) = (hunk.Count(l => l.Sign != '+'), hunk.Count(l => l.Sign != '-'));
        var (oldStart, newStart) = (lines[..start].Count(l => l.Sign != '+') + 1, lines[..start].Count(l => l.Sign != '-') + 1);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{oldStart},{oldCount} +{newStart},{newCount} @@\n");
        foreach (var line in hunk)
        {
            text.Append(line.Sign).Append(line.Text);
            if (!line.Text.EndsWith('\n'))
            {
                text.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static List<DiffLine> Marked(string[] old, string[] now)
    {
        var matches = LineMatches.Of(old, now);
        var lines = new List<DiffLine>();
        var next = 0;
        for (var i = 0; i < old.Length; i++)
        {
            if (matches[i] < 0)
            {
                lines.Add(new('-', old[i]));
                continue;
            }

            while (next < matches[i])
            {
                lines.Add(new('+', now[next++]));
            }

            lines.Add(new(' ', old[i]));
            next = matches[i] + 1;
        }

        lines.AddRange(now[next..].Select(l => new DiffLine('+', l)));
        return lines;
    }

    // Each with its own end, so that the ends of lines stay what they are.
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private readonly record struct DiffLine(char Sign, string Text);
}
