namespace TestForge.TestKit.Databases;

/// <summary>A real PostgreSQL with roles as an installation has them: an owner of the tables, and one that may use them. Connections need no password; it listens on 127.0.0.1 alone.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Superuser = "postgres";

    /// <summary>The role that owns the tables.</summary>
    public const string Owner = "testforge_owner";

    /// <summary>The role that serves.</summary>
    public const string App = "testforge_login";

    private const string User = "postgres";
    private const int Interrupt = 2; // A fast shutdown.

    private readonly string[] _arguments;
    private readonly string _folder;
    private ServerProcess _process;
    private int _count;

    private PostgresServer(ServerProcess process, string[] arguments, string folder, int port)
    {
        (_process, _arguments) = (process, arguments);
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? WhyNot => Programs is null ? "PostgreSQL is not installed: apt-get install --no-install-recommends postgresql" : null;

    private static string? Programs =>
        Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order().LastOrDefault() : null;

    /// <param name="cancellationToken">Gives up starting.</param>
    /// <param name="survives">Whether what was committed is there again after the server was killed.</param>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken, bool survives = false)
    {
        var programs = Programs ?? throw new InvalidOperationException(WhyNot);
        var folder = ServerProcess.Folder("postgres", User);
        var data = Path.Combine(folder, "data");
        ServerProcess.Run(Path.Combine(programs, "initdb"), ["-D", data, "-U", Superuser, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"], User);
        var port = ServerProcess.FreePort();
        string[] arguments =
        [
            "-D", data, "-p", $"{port}",
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=400",
            // What a test writes need not survive the machine.
            "-c", "fsync=off", "-c", $"synchronous_commit={(survives ? "on" : "off")}", "-c", "full_page_writes=off",
        ];
        var server = new PostgresServer(await ServerProcess.StartAsync(Path.Combine(programs, "postgres"), arguments, User, port, Interrupt, cancellationToken), arguments, folder, port);
        await server.ReadyAsync(cancellationToken);
        server.Execute(
            "postgres",
            $"CREATE ROLE testforge_app NOLOGIN NOSUPERUSER NOBYPASSRLS; CREATE ROLE {Owner} LOGIN NOSUPERUSER NOBYPASSRLS; CREATE ROLE {App} LOGIN NOSUPERUSER NOBYPASSRLS IN ROLE testforge_app;");
        return server;
    }

    /// <summary>Ends the server with all its processes at once, as SIGKILL does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Starts it again, at the same place and with what it had.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = await ServerProcess.StartAsync(Path.Combine(Programs!, "postgres"), _arguments, User, Port, Interrupt, cancellationToken);
        await ReadyAsync(cancellationToken);
    }

    /// <summary>Makes a database, empty or like another that nobody is connected to, and returns its name.</summary>
    public string NewDatabase(string template = "template0")
    {
        var name = $"test{Interlocked.Increment(ref _count)}";
        Execute("postgres", $"CREATE DATABASE {name} OWNER {Owner} TEMPLATE {template}");
        return name;
    }

    public string Connection(string database, string role) => $"Host=127.0.0.1;Port={Port};Database={database};Username={role};Maximum Pool Size=40;Connection Idle Lifetime=3;Connection Pruning Interval=1";

    /// <summary>Runs SQL as the superuser.</summary>
    public void Execute(string database, string sql) =>
        ServerProcess.Run(Path.Combine(Programs!, "psql"), ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", $"{Port}", "-U", Superuser, "-d", database, "-c", sql], "");

    // The port answers a moment before the database does.
    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Execute("postgres", "SELECT 1");
                return;
            }
            catch (InvalidOperationException) when (tries < 200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
