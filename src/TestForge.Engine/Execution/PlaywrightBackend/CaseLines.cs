using System.Globalization;
using TestForge.Engine.Scripting.Source;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Finds where a case stands in the specs, in the runner's words: <c>file:line</c>.</summary>
internal static class CaseLines
{
    /// <summary>Returns the arguments that choose the cases: none when that is all there are.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, string> files, IReadOnlyCollection<string> caseIds)
    {
        var wanted = caseIds.Select(id => $"annotation: {{ type: 'case', description: {StringLiteral.SingleQuoted(id)} }},").ToHashSet();
        var chosen = new List<string>();
        var others = false;
        foreach (var (file, content) in files.Where(f => f.Key.EndsWith(".spec.ts", StringComparison.Ordinal)))
        {
            var start = 0;
            foreach (var (number, line) in content.Split('\n').Index())
            {
                var text = line.Trim();
                if (text.StartsWith("test(", StringComparison.Ordinal))
                {
                    start = number + 1;
                }
                else if (wanted.Contains(text))
                {
                    chosen.Add(string.Create(CultureInfo.InvariantCulture, $"{file}:{start}"));
                }
                else
                {
                    others |= text.StartsWith("annotation: { type: 'case'", StringComparison.Ordinal);
                }
            }
        }

        return others ? chosen : [];
    }
}
