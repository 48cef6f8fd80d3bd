using System.Text;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>Texts that a script joins of constant parts, as <c>base + "users"</c> and <c>`${base}users`</c> are.</summary>
internal static partial class JoinedTexts
{
    private const int MostNames = 2_000;
    private const int MostJoins = 2_000;
    private const string Part = """(?:"[\w./?&=%~:@+\-]{0,300}"|'[\w./?&=%~:@+\-]{0,300}'|[A-Za-z_$][\w$]{0,60}(?![\w$.(\[]))""";

    public static IEnumerable<string> In(string code)
    {
        var known = Known(code);
        var joins = Sum().Matches(code).Take(MostJoins).Select(m => Join(m.Groups["part"].Captures.Select(c => c.Value), known));
        var filled = Filled().Matches(code).Take(MostJoins).Select(m => Fill(m.Groups[1].Value, known));
        return joins.Concat(filled).OfType<string>();
    }

    // A name that stands for two texts, as all short ones do in a script made small, stands for none.
    private static Dictionary<string, string?> Known(string code)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (Match match in Constant().Matches(code))
        {
            var (name, text) = (match.Groups[1].Value, match.Groups[3].Value);
            if (known.TryGetValue(name, out var other))
            {
                known[name] = other == text ? text : null;
            }
            else if (known.Count < MostNames)
            {
                known[name] = text;
            }
        }

        return known;
    }

    private static string? Join(IEnumerable<string> parts, Dictionary<string, string?> known)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part[0] is '"' or '\'' or '`')
            {
                text.Append(part.AsSpan(1, part.Length - 2));
            }
            else if (known.GetValueOrDefault(part) is { } value)
            {
                text.Append(value);
            }
            else
            {
                return null;
            }
        }

        return text.ToString();
    }

    private static string? Fill(string template, Dictionary<string, string?> known)
    {
        var whole = true;
        var text = Hole().Replace(template, m =>
        {
            var value = known.GetValueOrDefault(m.Groups[1].Value);
            whole &= value is not null;
            return value ?? "";
        });
        return whole ? text : null;
    }

    [GeneratedRegex("""(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s*[=:]\s*(["'`])([\w./?&=%~:@+\-]{1,300})\2(?=\s*[;,)}\r\n]|\s*\z)""")]
    private static partial Regex Constant();

    [GeneratedRegex("""(?<![\w$.+"'`])(?<part>""" + Part + @")(?:\s*\+\s*(?<part>" + Part + @")){1,6}(?!\s*\+)")]
    private static partial Regex Sum();

    [GeneratedRegex(@"`((?:[\w./?&=%~:@+\-]|\$\{[A-Za-z_$][\w$]{0,60}\}){2,300})`")]
    private static partial Regex Filled();

    [GeneratedRegex(@"\$\{([\w$]+)\}")]
    private static partial Regex Hole();
}
