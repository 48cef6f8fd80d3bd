namespace TestForge.TestKit.Databases;

/// <summary>A real Redis that keeps nothing.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly ServerProcess _process;
    private readonly string _folder;
    private readonly int _port;

    private RedisServer(ServerProcess process, string folder, int port) => (_process, _folder, _port) = (process, folder, port);

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? WhyNot => File.Exists(Program) ? null : "Redis is not installed: apt-get install --no-install-recommends redis-server";

    private static string Program => "/usr/bin/redis-server";

    public string Connection => $"127.0.0.1:{_port}";

    /// <param name="port">A port that was used before, or 0 for a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<RedisServer> StartAsync(int port, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("testforge-redis-").FullName;
        port = port == 0 ? ServerProcess.FreePort() : port;
        string[] arguments = ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
        return new(await ServerProcess.StartAsync(Program, arguments, "", port, Terminate, cancellationToken), folder, port);
    }

    /// <summary>Ends it at once, as SIGKILL does.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
