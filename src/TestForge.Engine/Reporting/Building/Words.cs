using System.Globalization;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Figures in sentences.</summary>
internal static class Words
{
    private const int MaxTitle = 100;

    public static string Count(int count, string one, string? many = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A title inside a sentence: marked as such, and not longer than the sentence bears.</summary>
    public static string Quote(string title) => $"“{PlainText.Clip(title, MaxTitle)}”";

    /// <summary>At most <paramref name="max"/> names joined as a person would, the rest counted.</summary>
    public static string Join(IReadOnlyList<string> names, int max)
    {
        if (names.Count > max)
        {
            return $"{string.Join(", ", names.Take(max))} and {names.Count - max} more";
        }

        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }
}
