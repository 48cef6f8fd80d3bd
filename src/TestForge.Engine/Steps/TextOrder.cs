using System.Globalization;

namespace TestForge.Engine.Steps;

/// <summary>Whether texts are in order as a person sees it: by number, by date or by letters, whichever all of them allow.</summary>
internal static class TextOrder
{
    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>Returns the first neighbours that are not in order, or null.</summary>
    public static (string First, string Second)? Break(IReadOnlyList<string> texts, bool descending)
    {
        var compare = Comparison(texts);
        for (var i = 1; i < texts.Count; i++)
        {
            var order = compare(texts[i - 1], texts[i]);
            if (descending ? order < 0 : order > 0)
            {
                return (texts[i - 1], texts[i]);
            }
        }

        return null;
    }

    private static Comparison<string> Comparison(IReadOnlyList<string> texts) =>
        texts.All(t => NumberText.Only(t) is not null) ? static (a, b) => NumberText.Only(a)!.Value.CompareTo(NumberText.Only(b)!.Value)
        : texts.All(t => NumberText.Money(t) is not null) ? static (a, b) => NumberText.Money(a)!.Value.CompareTo(NumberText.Money(b)!.Value)
        : texts.All(t => Date(t) is not null) ? static (a, b) => Date(a)!.Value.CompareTo(Date(b)!.Value)
        : static (a, b) => Letters.Compare(a, b, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);

    private static DateTime? Date(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
