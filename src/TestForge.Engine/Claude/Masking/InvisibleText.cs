using System.Globalization;
using System.Text;

namespace TestForge.Engine.Claude.Masking;

/// <summary>Takes out what a person cannot see but a model can read: control and format characters, tags, private use.</summary>
internal static class InvisibleText
{
    /// <summary>Below so many, format characters belong to the script or to emoji.</summary>
    private const int Usual = 20;

    /// <summary>A character of a name has one of these selectors; a text hidden in them has many.</summary>
    private const int UsualSelectors = 8;

    public static (string Clean, bool Hidden) Remove(string text)
    {
        var clean = new StringBuilder(text.Length);
        var (removed, selectors, marked) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var selector = rune.Value is >= 0xE0100 and <= 0xE01EF;
            var visible = !selector && (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
            if (visible)
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value != '\r')
            {
                removed++;
                selectors += selector ? 1 : 0;

                // Tags, and overrides of direction, have no honest use in a page's text.
                marked |= rune.Value is (>= 0xE0000 and <= 0xE007F) or 0x202D or 0x202E;
            }
        }

        return (clean.ToString(), marked || removed > Usual || selectors > UsualSelectors);
    }
}
