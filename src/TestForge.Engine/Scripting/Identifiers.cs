using System.Globalization;
using System.Text;

namespace TestForge.Engine.Scripting;

/// <summary>Names of variables and classes made from words of a page. Each scope hands out a name once.</summary>
internal sealed class Identifiers(IEnumerable<string> reserved)
{
    private const int MaxLength = 50;
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>lowerCamelCase; <paramref name="fallback"/> where the words give no letter.</summary>
    public string Camel(string words, string fallback) => Unique(Lower(Join(words, fallback)));

    /// <summary>UpperCamelCase.</summary>
    public string Pascal(string words, string fallback) => Unique(Upper(Join(words, fallback)));

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    // Whole words only, as many as fit.
    private static string Join(string words, string fallback)
    {
        var joined = "";
        foreach (var word in Words(words))
        {
            if (joined.Length > 0 && joined.Length + word.Length > MaxLength)
            {
                break;
            }

            joined += Upper(word.Length > MaxLength ? word[..MaxLength] : word);
        }

        return joined.Length == 0 ? Upper(fallback) : char.IsAsciiDigit(joined[0]) ? Upper(fallback) + joined : joined;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            // An accent is a character of its own in this form: é stays e.
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’')
            {
                continue;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
