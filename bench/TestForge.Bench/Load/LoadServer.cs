using System.Diagnostics;
using System.Net.Sockets;

namespace TestForge.Bench.Load;

/// <summary>A server process under load, ended with the benchmark.</summary>
internal sealed class LoadServer : IDisposable
{
    private readonly Process _process;

    private LoadServer(Process process, int port, TimeSpan ready) => (_process, Port, Ready) = (process, port, ready);

    public int Port { get; }

    /// <summary>From the start of the process until it said that it was ready.</summary>
    public TimeSpan Ready { get; }

    /// <summary>Resident memory, in MiB.</summary>
    public double Memory
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return Math.Round(double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024, 1);
        }
    }

    /// <param name="assembly">What is started.</param>
    /// <param name="arguments">Its arguments for a port.</param>
    /// <param name="health">The address that says 200 when it is ready.</param>
    /// <param name="environment">Variables of its own.</param>
    public static async Task<LoadServer> StartAsync(string assembly, Func<int, string[]> arguments, string health, IReadOnlyDictionary<string, string> environment)
    {
        var port = FreePort();
        var started = Stopwatch.GetTimestamp();
        var process = Start(assembly, arguments(port), environment);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync($"http://127.0.0.1:{port}{health}");
                if (answer.IsSuccessStatusCode)
                {
                    return new(process, port, Stopwatch.GetElapsedTime(started));
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // Not there yet.
            }

            if (process.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"{Path.GetFileName(assembly)} did not start.");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Runs a command of it to its end.</summary>
    public static async Task RunAsync(string assembly, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(assembly, arguments, environment);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(assembly)} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static Process Start(string assembly, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}
