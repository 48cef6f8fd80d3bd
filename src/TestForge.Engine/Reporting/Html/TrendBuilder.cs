using System.Globalization;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Draws the last runs side by side.</summary>
internal static class TrendBuilder
{
    private const int Column = 44;
    private const int BarWidth = 28;
    private const int BarsHeight = 120;
    private const int LinesTop = 150;
    private const int LineHeight = 60;
    private const int MaxUnstable = 20;

    public static TrendView? Build(RunReport report)
    {
        if (report.History is not { EarlierRuns: > 0 } history)
        {
            return null;
        }

        var runs = history.Trend;
        var most = Math.Max(1, runs.Max(Total));
        var longest = Math.Max(1, runs.Max(r => r.Milliseconds));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"-56 -10 {(runs.Count * Column) + 72} {LinesTop + (2 * LineHeight) + 56}"),
            Say(runs),
            [.. runs.SelectMany((r, i) => Bars(r, i, most))],
            Line(runs.Select(r => r.Health / 100), LinesTop),
            Line(runs.Select(r => (double?)r.Milliseconds / longest), LinesTop + LineHeight + 24),
            most,
            Figures.Duration(longest),
            runs,
            [.. report.Cases.Where(c => c.Past is { Unstable: true }).OrderByDescending(c => c.Past!.Flakiness).Take(MaxUnstable).Select(c => new UnstableView(c.Title, c.Past!))]);
    }

    private static int Total(TrendPoint run) => run.Passed + run.Flaky + run.Healed + run.Failed + run.NotRun;

    private static string Say(IReadOnlyList<TrendPoint> runs)
    {
        var (first, last) = (runs[0], runs[^1]);
        return $"{Words.Count(runs.Count, "run")}: failed tests from {first.Failed} to {last.Failed}, health from {Health(first)} to {Health(last)}";
    }

    private static string Health(TrendPoint run) => run.Health is { } health ? Figures.Number(health, 1) : "unknown";

    private static IEnumerable<TrendBar> Bars(TrendPoint run, int index, int most)
    {
        double bottom = BarsHeight;
        foreach (var (count, verdict) in new[] { (run.Passed, "passed"), (run.Flaky, "flaky"), (run.Healed, "healed"), (run.Failed, "failed"), (run.NotRun, "not-run") })
        {
            if (count > 0)
            {
                var height = (double)BarsHeight * count / most;
                bottom -= height;
                yield return new(index * Column, Text(bottom), Text(height), verdict);
            }
        }
    }

    /// <summary>A run without a value leaves a gap in the line.</summary>
    private static string Line(IEnumerable<double?> values, int top)
    {
        var line = new System.Text.StringBuilder();
        var pen = 'M';
        foreach (var (value, index) in values.Select((v, i) => (v, i)))
        {
            if (value is { } share)
            {
                line.Append(CultureInfo.InvariantCulture, $"{pen}{(index * Column) + (BarWidth / 2)} {Text(top + (LineHeight * (1 - share)))}");
            }

            pen = value is null ? 'M' : 'L';
        }

        return line.ToString();
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
