using System.Text;

namespace TestForge.Engine.Design.Naming;

/// <summary>Words as lower-case letters, digits and hyphens, safe in file names.</summary>
internal static class Slug
{
    public static string Of(string text, int maxLength = 40)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= maxLength)
            {
                break;
            }
        }

        return slug.ToString().Trim('-') is { Length: > 0 } some ? some : "x";
    }

    /// <summary>Adds -2, -3, … until the slug is new to the set, and adds it.</summary>
    public static string Unique(string slug, ISet<string> taken)
    {
        var unique = slug;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = $"{slug}-{i}";
        }

        return unique;
    }
}
