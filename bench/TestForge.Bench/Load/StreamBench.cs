using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace TestForge.Bench.Load;

/// <summary>A thousand open event streams: what they cost, and how soon they tell what another process wrote.</summary>
internal static class StreamBench
{
    private const int MostStreams = 1_000;
    private const int Events = 200;

    public static async Task<(int Open, double Memory, double P50, double P99)> RunAsync(LoadData data, LoadServer server, string above)
    {
        var before = server.Memory;
        var streams = new List<(Guid Run, Socket Socket)>();
        var arrived = new System.Collections.Concurrent.ConcurrentDictionary<Guid, TaskCompletionSource<long>>();
        using var end = new CancellationTokenSource();
        var readers = new List<Task>();
        try
        {
            foreach (var tenant in data.Tenants.Take(MostStreams))
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync("127.0.0.1", server.Port);
                await socket.SendAsync(Target.Get($"/api/v1/runs/{tenant.Running}/events", tenant.Authorization));
                streams.Add((tenant.Running, socket));
                var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                readers.Add(ReadAsync(tenant.Running, socket, opened, arrived, end.Token));

                // One after another: all at once would be more requests than the server takes.
                await opened.Task.WaitAsync(TimeSpan.FromSeconds(30));
            }

            await Task.Delay(3_000);
            var memory = Math.Round(server.Memory - before, 1);
            var times = await WriteAsync(data, above, arrived);
            var sorted = times.Order().ToArray();
            Console.Error.WriteLine($"{streams.Count} event streams: {memory} MiB more; an event of another process after {sorted[sorted.Length / 2]:0} ms, p99 {sorted[(int)(sorted.Length * 0.99)]:0} ms");
            return (streams.Count, memory, Math.Round(sorted[sorted.Length / 2]), Math.Round(sorted[(int)(sorted.Length * 0.99)]));
        }
        finally
        {
            await end.CancelAsync();
            foreach (var (_, socket) in streams)
            {
                socket.Dispose();
            }

            await Task.WhenAll(readers);
        }
    }

    private static async Task ReadAsync(Guid run, Socket socket, TaskCompletionSource opened, System.Collections.Concurrent.ConcurrentDictionary<Guid, TaskCompletionSource<long>> arrived, CancellationToken cancellationToken)
    {
        var buffer = new byte[8 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, cancellationToken) is var length and > 0)
            {
                var text = Encoding.UTF8.GetString(buffer, 0, length);
                if (text.Contains("event: run-queued", StringComparison.Ordinal))
                {
                    opened.TrySetResult();
                }

                if (text.Contains("event: load", StringComparison.Ordinal) && arrived.TryGetValue(run, out var waiting))
                {
                    waiting.TrySetResult(Stopwatch.GetTimestamp());
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }

    // What a worker on another machine does: the event, the run's number and the signal in one transaction.
    private static async Task<IReadOnlyList<double>> WriteAsync(LoadData data, string above, System.Collections.Concurrent.ConcurrentDictionary<Guid, TaskCompletionSource<long>> arrived)
    {
        await using var db = new NpgsqlConnection(above);
        await db.OpenAsync();
        var times = new List<double>();
        foreach (var tenant in data.Tenants.Take(Math.Min(Events, MostStreams)))
        {
            var waiting = arrived[tenant.Running] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var command = new NpgsqlCommand(
                """
                WITH one AS (INSERT INTO run_events (id, tenant_id, run_id, number, at, kind, data) VALUES ($1, $2, $3, 2, now(), 'load', '{"event":"load"}')),
                     two AS (UPDATE runs SET last_event = 2 WHERE id = $3)
                UPDATE work_items SET signal = 2 WHERE kind = 'run' AND subject_id = $3
                """,
                db);
            command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
            command.Parameters.Add(new() { Value = tenant.Id });
            command.Parameters.Add(new() { Value = tenant.Running });
            await command.ExecuteNonQueryAsync();
            var written = Stopwatch.GetTimestamp();
            _ = waiting.Task.ContinueWith(t => { lock (times) { times.Add(Stopwatch.GetElapsedTime(written, t.Result).TotalMilliseconds); } }, TaskScheduler.Default);
            await Task.Delay(15);
        }

        await Task.WhenAll(arrived.Values.Select(a => a.Task)).WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(200);
        lock (times)
        {
            return [.. times];
        }
    }
}
