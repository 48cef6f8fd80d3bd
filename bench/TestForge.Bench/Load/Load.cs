using System.Diagnostics;
using System.Threading.Channels;

namespace TestForge.Bench.Load;

/// <summary>Puts load on a server and tells what came back.</summary>
internal static class Load
{
    /// <summary>As much as it takes: each connection asks again as soon as it is answered.</summary>
    public static Task<LoadResult> SaturateAsync(Target target, int connections, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        return RunAsync(target, connections, () =>
        {
            var now = Stopwatch.GetTimestamp();
            return ValueTask.FromResult(now < end ? now : -1);
        });
    }

    /// <summary>
    /// At a steady rate, whether or not the server keeps up. The time of an answer counts from when its request was due, and not from when a connection
    /// was free to send it: a server that stalls does not get fewer requests for it.
    /// </summary>
    public static async Task<LoadResult> AtRateAsync(Target target, int connections, double perSecond, TimeSpan time)
    {
        var due = Channel.CreateUnbounded<long>(new() { SingleWriter = true });
        var clock = new Thread(() =>
        {
            var start = Stopwatch.GetTimestamp();
            var count = (long)(perSecond * time.TotalSeconds);
            for (long sent = 0; sent < count;)
            {
                var until = Math.Min(count, (long)((Stopwatch.GetTimestamp() - start) * perSecond / Stopwatch.Frequency) + 1);
                for (; sent < until; sent++)
                {
                    due.Writer.TryWrite(start + (long)(sent * Stopwatch.Frequency / perSecond));
                }

                Thread.Sleep(1);
            }

            due.Writer.Complete();
        });
        clock.Start();
        return await RunAsync(target, connections, async () =>
        {
            while (await due.Reader.WaitToReadAsync())
            {
                if (due.Reader.TryRead(out var at))
                {
                    return at;
                }
            }

            return -1;
        });
    }

    private static async Task<LoadResult> RunAsync(Target target, int connections, Func<ValueTask<long>> next)
    {
        var start = Stopwatch.GetTimestamp();
        var number = -1;
        var parts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var answers = new List<(double Milliseconds, int Status)>();
            using var connection = new Connection();
            await connection.OpenAsync(target);
            while (await next() is var due and >= 0)
            {
                var request = target.Requests[(int)((uint)Interlocked.Increment(ref number) % (uint)target.Requests.Count)];
                var status = await connection.SendAsync(request);
                answers.Add((Stopwatch.GetElapsedTime(due).TotalMilliseconds, status));
            }

            return answers;
        })));
        return new([.. parts.SelectMany(p => p)], Stopwatch.GetElapsedTime(start));
    }
}
