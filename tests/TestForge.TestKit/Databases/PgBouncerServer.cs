namespace TestForge.TestKit.Databases;

/// <summary>A real PgBouncer in transaction mode with few connections to PostgreSQL, so that clients take each other's again and again.</summary>
public sealed class PgBouncerServer : IAsyncDisposable
{
    private const string User = "postgres";
    private const int Interrupt = 2;

    private readonly ServerProcess _process;
    private readonly string _folder;
    private readonly int _port;

    private PgBouncerServer(ServerProcess process, string folder, int port)
    {
        _process = process;
        _folder = folder;
        _port = port;
    }

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? WhyNot => Program is null ? "PgBouncer is not installed: apt-get install --no-install-recommends pgbouncer" : null;

    private static string? Program => new[] { "/usr/sbin/pgbouncer", "/usr/bin/pgbouncer" }.FirstOrDefault(File.Exists);

    /// <param name="postgres">What it stands before.</param>
    /// <param name="roles">Who may connect.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<PgBouncerServer> StartAsync(PostgresServer postgres, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var folder = ServerProcess.Folder("pgbouncer", User);
        var port = ServerProcess.FreePort();
        var users = Path.Combine(folder, "users.txt");
        await File.WriteAllLinesAsync(users, roles.Select(r => $"\"{r}\" \"\""), cancellationToken);
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            settings,
            $"""
            [databases]
            * = host=127.0.0.1 port={postgres.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = trust
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = 4
            max_client_conn = 500
            ignore_startup_parameters = extra_float_digits
            """,
            cancellationToken);
        return new(await ServerProcess.StartAsync(Program!, [settings], User, port, Interrupt, cancellationToken), folder, port);
    }

    public string Connection(string database, string role) => $"Host=127.0.0.1;Port={_port};Database={database};Username={role};Maximum Pool Size=40";

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
