using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace TestForge.TestKit.Databases;

/// <summary>A server program from the system's packages, for the time of the tests, in a folder of its own and on 127.0.0.1 only.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly int _endSignal;

    private ServerProcess(Process process, int endSignal)
    {
        _process = process;
        _endSignal = endSignal;

        // Nothing that a test started may outlive it, however it ends.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    /// <summary>These programs do not run as root, so root lends them the user that their package made.</summary>
    public static bool IsRoot => Environment.UserName == "root";

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Makes a folder that the server's user owns.</summary>
    public static string Folder(string name, string user)
    {
        var folder = Directory.CreateTempSubdirectory($"testforge-{name}-").FullName;
        if (IsRoot)
        {
            Run("chown", [user, folder], "");
        }

        return folder;
    }

    /// <summary>Runs a program to its end and throws when it fails.</summary>
    public static void Run(string program, IReadOnlyList<string> arguments, string user)
    {
        using var process = Process.Start(InfoFor(program, arguments, user))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output.Result} {error}");
        }
    }

    /// <summary>Starts a server and waits until its port answers.</summary>
    public static async Task<ServerProcess> StartAsync(string program, IReadOnlyList<string> arguments, string user, int port, int endSignal, CancellationToken cancellationToken)
    {
        var process = new Process { StartInfo = InfoFor(program, arguments, user) };
        var said = new Queue<string>();
        process.ErrorDataReceived += Hear;
        process.OutputDataReceived += Hear;
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, endSignal);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (!await AnswersAsync(port, limit.Token))
        {
            if (process.HasExited || limit.IsCancellationRequested)
            {
                server.Kill();
                throw new InvalidOperationException($"{program} did not start: {string.Join('\n', said)}");
            }
        }

        return server;

        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.Enqueue(line.Data ?? "");
                if (said.Count > 50)
                {
                    said.Dequeue();
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _ = Signal(_process.Id, _endSignal);
            using var limit = new CancellationTokenSource(EndLimit);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Kill();
            }
        }

        _process.Dispose();
    }

    /// <summary>Ends it without a word, as an outage would.</summary>
    public void Kill()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }
        }
        catch (InvalidOperationException)
        {
            // It was disposed of, and so has ended.
        }
    }

    private static ProcessStartInfo InfoFor(string program, IReadOnlyList<string> arguments, string user)
    {
        var info = new ProcessStartInfo { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/" };
        if (IsRoot && user.Length > 0)
        {
            info.FileName = "setpriv";
            foreach (var argument in (string[])[$"--reuid={user}", $"--regid={user}", "--clear-groups", "--", program])
            {
                info.ArgumentList.Add(argument);
            }
        }
        else
        {
            info.FileName = program;
        }

        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        return info;
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
