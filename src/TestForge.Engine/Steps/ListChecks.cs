using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Checks of elements that stand in a list. Each returns null when it holds.</summary>
internal static class ListChecks
{
    private const int MaxShown = 120;
    private const decimal HalfACent = 0.005m;

    private const string VisibleTexts = "all => all.filter((e) => e.checkVisibility({ visibilityProperty: true })).slice(0, 500)"
        + ".map((e) => (e.innerText ?? e.textContent ?? '').slice(0, 2000))";

    public static async Task<IReadOnlyList<string>> TextsAsync(ILocator locator, CancellationToken cancellationToken) =>
        [.. (await locator.EvaluateAllAsync<string[]>(VisibleTexts).WaitAsync(cancellationToken)).Select(t => PageText.Clean(t, 2_000))];

    public static CheckMismatch? Each(IReadOnlyList<string> texts, string wanted)
    {
        if (texts.Count == 0)
        {
            return new("The list shows nothing.", $"entries with {wanted}", "no entry");
        }

        var other = texts.FirstOrDefault(t => !t.Contains(PageText.Clean(wanted, 2_000), StringComparison.OrdinalIgnoreCase));
        return other is null ? null : new("An entry of the list does not contain the text.", wanted, PageText.Clean(other, MaxShown));
    }

    public static CheckMismatch? Sorted(IReadOnlyList<string> texts, bool descending) => TextOrder.Break(texts, descending) is { } pair
        ? new("The list is not in order.", descending ? "the largest first" : "the smallest first", $"{PageText.Clean(pair.First, MaxShown)} before {PageText.Clean(pair.Second, MaxShown)}")
        : null;

    public static CheckMismatch? Sum(string total, IReadOnlyList<string> parts)
    {
        var sum = parts.Sum(p => NumberText.First(p) ?? 0);
        var shown = NumberText.First(total);
        return shown is { } number && Math.Abs(number - sum) < HalfACent
            ? null
            : new("The number is not the sum of its parts.", sum.ToString(CultureInfo.InvariantCulture), PageText.Clean(total, MaxShown));
    }
}
