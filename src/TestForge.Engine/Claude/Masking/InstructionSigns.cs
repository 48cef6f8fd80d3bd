using System.Text.Json;
using System.Text.RegularExpressions;
using TestForge.Engine.Resources;

namespace TestForge.Engine.Claude.Masking;

/// <summary>
/// Flags text that reads like instructions to a model, in several languages. It is for people to look at: nothing is decided by it,
/// because words can always be put otherwise. What keeps a page from steering anything is that its text is data and every answer is checked.
/// </summary>
internal static class InstructionSigns
{
    private const int MaxSigns = 10;
    private const int Around = 60;

    private static readonly Lazy<(string Kind, Regex Pattern)[]> Patterns = new(() =>
    [
        .. JsonSerializer.Deserialize<Dictionary<string, string[]>>(EmbeddedText.Read("Claude/Masking/instruction-signs.json"))!
            .Select(k => (k.Key, new Regex(string.Join('|', k.Value.Select(p => $"(?:{p})")), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2)))),
    ]);

    public static IReadOnlyList<InstructionSign> In(string source, string text, bool hidden)
    {
        // Full-width letters are the same for a model. Normalization does not fold them where the globe is invariant, as it is here.
        var plain = Regex.Replace(string.Concat(text.Select(Narrow)), @"\s+", " ");
        var folded = LookAlikes.Folded(plain);
        List<InstructionSign> signs = [.. Found(source, plain)];
        signs.AddRange(folded == plain ? [] : Found(source, folded).Where(f => signs.All(s => s.Kind != f.Kind)));
        signs.RemoveRange(Math.Min(signs.Count, MaxSigns), Math.Max(0, signs.Count - MaxSigns));
        if (hidden)
        {
            signs.Add(new(source, "invisible", "Characters that a person cannot see."));
        }

        return signs;
    }

    private static IEnumerable<InstructionSign> Found(string source, string text) =>
        Patterns.Value.SelectMany(p => p.Pattern.Matches(text).Take(MaxSigns).Select(m => new InstructionSign(source, p.Kind, Excerpt(text, m))));

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    private static string Excerpt(string text, Match match)
    {
        var from = Math.Max(0, match.Index - (Around / 2));
        return text[from..Math.Min(text.Length, match.Index + match.Length + Around)].Trim();
    }
}
