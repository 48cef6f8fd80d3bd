using System.Globalization;
using System.Text;

namespace TestForge.Engine.Claude.Masking;

/// <summary>Takes out what a person cannot see but a model can read: control and format characters, tags, private use.</summary>
internal static class InvisibleText
{
    /// <summary>Below so many, format characters belong to the script or to emoji.</summary>
    private const int Usual = 20;

    public static (string Clean, bool Hidden) Remove(string text)
    {
        var clean = new StringBuilder(text.Length);
        var (removed, tags) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var visible = rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            if (visible)
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value != '\r')
            {
                removed++;
                tags |= rune.Value is >= 0xE0000 and <= 0xE007F;
            }
        }

        return (clean.ToString(), tags || removed > Usual);
    }
}
