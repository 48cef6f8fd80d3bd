using System.Text;

namespace TestForge.Platform.Search;

/// <summary>The words of what somebody typed: letters and digits, and nothing that means something to a database.</summary>
internal static class SearchWords
{
    private const int MostWords = 8;
    private const int LongestWord = 60;

    public static IReadOnlyList<string> Of(string typed)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune);
            }
            else
            {
                End();
            }
        }

        End();
        return [.. words.Distinct().Take(MostWords)];

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.Length > LongestWord ? word.ToString(0, LongestWord) : word.ToString());
                word.Clear();
            }
        }
    }
}
