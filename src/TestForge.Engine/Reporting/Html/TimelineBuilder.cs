using System.Globalization;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Lays attempts out in time. Workers have no names: a lane is a place among those that ran at once, which is what a worker is.</summary>
internal static class TimelineBuilder
{
    private const int Width = 1000;
    private const int LaneHeight = 22;
    private const int MaxBars = 3000;
    private const int MaxRows = 10;
    private static readonly double[] TickSeconds = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

    public static TimelineView? Build(RunReport report)
    {
        var attempts = report.Cases.SelectMany(c => c.Attempts.Select(a => (Case: c, Attempt: a))).OrderBy(x => x.Attempt.StartedAt).Take(MaxBars).ToArray();
        if (attempts.Length == 0)
        {
            return null;
        }

        var began = attempts[0].Attempt.StartedAt;
        var span = Math.Max(1, attempts.Max(x => (x.Attempt.StartedAt - began).TotalMilliseconds + x.Attempt.Milliseconds));
        List<double> free = [];
        List<(ReportCase Case, ReportAttempt Attempt, int Lane, double Start)> placed = [];
        foreach (var (test, attempt) in attempts)
        {
            var start = (attempt.StartedAt - began).TotalMilliseconds;
            var lane = free.FindIndex(end => end <= start);
            if (lane < 0)
            {
                lane = free.Count;
                free.Add(0);
            }

            free[lane] = start + attempt.Milliseconds;
            placed.Add((test, attempt, lane, start));
        }

        var busy = placed.Sum(p => p.Attempt.Milliseconds) / (span * free.Count);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"0 0 {Width + 60} {(free.Count * LaneHeight) + 26}"),
            $"{Words.Count(attempts.Length, "attempt")} in {Figures.Duration(span)} on {Words.Count(free.Count, "worker")}, busy {Figures.Percent(busy)} of the time",
            [.. free.Select((_, i) => new TimelineLane(i + 1, i * LaneHeight))],
            [.. placed.Select(p => Bar(p.Case, p.Attempt, p.Lane, p.Start, span))],
            [.. Ticks(span)],
            [.. placed.OrderByDescending(p => p.Attempt.Milliseconds).Take(MaxRows).Select(p => new TimelineRow(p.Case.Title, p.Attempt.Number, p.Lane + 1, (long)p.Start, p.Attempt.Milliseconds))]);
    }

    private static TimelineBar Bar(ReportCase test, ReportAttempt attempt, int lane, double start, double span) => new(
        X(start, span),
        (lane * LaneHeight) + 3,
        Math.Max(1.5, Width * attempt.Milliseconds / span).ToString("0.#", CultureInfo.InvariantCulture),
        (attempt.Passed, attempt.HealedElements.Count) switch { (true, 0) => "passed", (true, _) => "healed", _ => test.Verdict is Pipeline.Verdict.Failed or Pipeline.Verdict.Quarantined ? "failed" : "flaky" },
        $"{PlainText.Clip(test.Title, 120)}{(test.Attempts.Count > 1 ? $", attempt {attempt.Number}" : "")}: {(attempt.Passed ? "passed" : "failed")} after {Figures.Duration(attempt.Milliseconds)}");

    private static IEnumerable<TimelineTick> Ticks(double span)
    {
        var step = 1000 * TickSeconds.FirstOrDefault(s => span / (1000 * s) <= 8, TickSeconds[^1]);
        for (var at = 0.0; at <= span; at += step)
        {
            yield return new(X(at, span), Figures.Duration(at));
        }
    }

    private static string X(double at, double span) => (30 + (Width * at / span)).ToString("0.#", CultureInfo.InvariantCulture);
}
