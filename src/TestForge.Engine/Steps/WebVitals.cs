using System.Globalization;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>How fast and how steady the last document has been, as the browser measured it.</summary>
/// <param name="TimeToFirstByte">Milliseconds.</param>
/// <param name="LargestContentfulPaint">Milliseconds; zero when nothing was painted.</param>
/// <param name="CumulativeLayoutShift">Sum of all shifts without input.</param>
internal sealed record WebVitals(double TimeToFirstByte, double LargestContentfulPaint, double CumulativeLayoutShift)
{
    private const string Script = """
        async () => {
          const entries = (type) => new Promise((done) => {
            const found = [];
            const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
            observer.observe({ type, buffered: true });
            setTimeout(() => { found.push(...observer.takeRecords()); observer.disconnect(); done(found); }, 50);
          });
          const [paints, shifts] = await Promise.all([entries('largest-contentful-paint'), entries('layout-shift')]);
          return [
            performance.getEntriesByType('navigation')[0]?.responseStart ?? 0,
            Math.max(0, ...paints.map((paint) => paint.startTime)),
            shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0),
          ];
        }
        """;

    /// <summary>The limits above which a page counts as poor: https://web.dev/articles/defining-core-web-vitals-thresholds.</summary>
    public static readonly StepAction.ExpectWebVitals Poor = new(1_800, 4_000, 0.25);

    public static async Task<WebVitals> ReadAsync(IPage page, CancellationToken cancellationToken)
    {
        var values = await page.EvaluateAsync<double[]>(Script).WaitAsync(cancellationToken);
        return new(values[0], values[1], values[2]);
    }

    /// <summary>What is over its limit, in words, or null.</summary>
    public CheckMismatch? Over(StepAction.ExpectWebVitals limits) =>
        TimeToFirstByte > limits.TimeToFirstByte ? Slow("The document was answered too late", limits.TimeToFirstByte, TimeToFirstByte)
        : LargestContentfulPaint > limits.LargestContentfulPaint ? Slow("The largest content was painted too late", limits.LargestContentfulPaint, LargestContentfulPaint)
        : CumulativeLayoutShift > limits.CumulativeLayoutShift ? new("The content moved too far by itself.", $"at most {Text(limits.CumulativeLayoutShift, "0.##")}", Text(CumulativeLayoutShift, "0.##"))
        : null;

    private static CheckMismatch Slow(string message, int limit, double actual) => new($"{message}.", $"within {Text(limit, "0")} ms", $"{Text(actual, "0")} ms");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
