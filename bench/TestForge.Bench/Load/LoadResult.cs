namespace TestForge.Bench.Load;

internal sealed record LoadResult(IReadOnlyList<(double Milliseconds, int Status)> Answers, TimeSpan Time)
{
    public int Done => Answers.Count(a => a.Status is >= 200 and < 300);

    public int Refused => Answers.Count(a => a.Status is 429 or 503);

    public int Other => Answers.Count - Done - Refused;

    public double PerSecond => Math.Round(Done / Time.TotalSeconds, 1);

    public double Percentile(double part)
    {
        var sorted = Answers.Select(a => a.Milliseconds).Order().ToArray();
        return sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))], 1);
    }
}
