using System.CommandLine;
using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Personal;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Server;

/// <summary>The command line of the server: serves, or looks after the database.</summary>
internal sealed class ServerApp(TextWriter output, TextWriter error, Func<string, string?> variable)
{
    private const int Usage = 2;
    private const int Environment = 3;

    private readonly Option<string?> _urls = new("--urls") { Description = $"Where to listen. Default: {ServerSettings.DefaultUrls}.", HelpName = "URLS" };
    private readonly Option<string?> _data = new("--data") { Description = "Folder of the SQLite database and of what runs leave. Default: TESTFORGE_DATA, else testforge-data.", HelpName = "DIR" };
    private readonly Option<bool> _local = new("--local") { Description = "For your own machine: applications on it may be tested, and the server listens on it alone." };
    private readonly Option<bool> _private = new("--allow-private-networks") { Description = "Lets tenants test whatever this machine reaches, private networks too." };
    private readonly Option<int?> _parallel = new("--parallel") { Description = "Most runs at the same time; 0 only serves. Default: 2.", HelpName = "N" };
    private readonly Option<string?> _browser = new("--browser-path") { Description = "Another Chromium, also TESTFORGE_BROWSER.", HelpName = "FILE" };

    private readonly Option<bool> _newDataKeys = new("--new-data-keys") { Description = "Each tenant gets a new key as well, for all that is encrypted from now on." };
    private readonly Option<Guid?> _tenant = new("--tenant") { Description = "One tenant; all of them when left out.", HelpName = "ID" };

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = Root().Parse(arguments.Count == 0 ? ["--help"] : arguments);
            var exit = await parsed.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
            return parsed.Errors.Count > 0 || arguments.Count == 0 ? Usage : exit;
        }
        catch (DatabaseException e)
        {
            return Fail(e.Code, e.Message);
        }
        catch (SecretException e)
        {
            return Fail(e.Code, e.Message);
        }
        catch (PersonalException e)
        {
            return Fail(e.Code, e.Message);
        }
        catch (StageException e)
        {
            return Fail(e.Code, e.Message);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or System.Net.Sockets.SocketException)
        {
            return Fail("database.unreachable", $"The database does not answer: {e.Message} Check the connection string in TESTFORGE_DATABASE, and that the server runs.");
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Fail("server.address_in_use", $"{e.Message} Stop what listens there, or choose another address with --urls.");
        }
    }

    private RootCommand Root()
    {
        var root = new RootCommand("TestForge as a service for many tenants. The database is SQLite in --data, or PostgreSQL by TESTFORGE_DATABASE.");
        var serve = new Command("serve", "Serves the API and executes runs.") { _urls, _data, _local, _private, _parallel, _browser };
        serve.SetAction((parsed, token) => ServeAsync(SettingsOf(parsed), token));
        var database = new Command("db", "The tables. On PostgreSQL, TESTFORGE_DATABASE_OWNER is the role that owns them.");
        Add(database, "migrate", "Brings the tables up to date.", MigrateAsync);
        Add(database, "status", "Lists migrations and says which are missing; exit code 1 when some are.", StatusAsync);
        Add(database, "script", "Writes the SQL that would bring them up to date, for a person to run.", ScriptAsync);
        var audit = new Command("audit", "The audit log.");
        var verify = new Command("verify", "Checks that no line of the log was changed, removed or moved; exit code 1 when one was. On PostgreSQL, all tenants need TESTFORGE_DATABASE_OWNER.") { _data, _tenant };
        verify.SetAction((parsed, token) => VerifyAsync(SettingsOf(parsed), parsed.GetValue(_tenant), token));
        audit.Add(verify);
        root.Add(audit);
        var secrets = new Command("secrets", "The keys that encrypt secrets.");
        var rotate = new Command("rotate", "Encrypts the tenants' keys with TESTFORGE_MASTER_KEY, those too that TESTFORGE_MASTER_KEY_PREVIOUS encrypted. On PostgreSQL it needs TESTFORGE_DATABASE_OWNER.") { _data, _newDataKeys };
        rotate.SetAction((parsed, token) => RotateAsync(SettingsOf(parsed), parsed.GetValue(_newDataKeys), token));
        secrets.Add(rotate);
        root.Add(secrets);
        root.Add(new PersonalCommands(output, _data, SettingsOf).Tenants());
        root.Add(new PersonalCommands(output, _data, SettingsOf).Persons());
        root.Add(serve);
        root.Add(database);
        return root;

        void Add(Command parent, string name, string description, Func<ServerSettings, CancellationToken, Task<int>> action)
        {
            var command = new Command(name, description) { _data };
            command.SetAction((parsed, token) => action(SettingsOf(parsed), token));
            parent.Add(command);
        }
    }

    private ServerSettings SettingsOf(ParseResult parsed) => new()
    {
        Urls = parsed.GetValue(_urls) ?? variable("TESTFORGE_URLS") ?? ServerSettings.DefaultUrls,
        DataFolder = Path.GetFullPath(parsed.GetValue(_data) ?? variable("TESTFORGE_DATA") ?? "testforge-data"),
        Database = variable("TESTFORGE_DATABASE") is { Length: > 0 } app ? app : null,
        DatabaseOwner = variable("TESTFORGE_DATABASE_OWNER") is { Length: > 0 } owner ? owner : null,
        ClaudeKey = variable("ANTHROPIC_API_KEY") is { Length: > 0 } claude ? claude : null,
        ClaudeUrl = variable("ANTHROPIC_BASE_URL") is { Length: > 0 } url ? url : null,
        PublicUrl = variable("TESTFORGE_PUBLIC_URL") is { Length: > 0 } reached ? reached : null,
        Proxies = variable("TESTFORGE_PROXIES") is { Length: > 0 } proxies ? proxies : null,
        Owner = variable("TESTFORGE_OWNER") is { Length: > 0 } owned ? owned : null,
        Redis = variable("TESTFORGE_REDIS") is { Length: > 0 } redis ? redis : null,
        MasterKey = variable("TESTFORGE_MASTER_KEY") is { Length: > 0 } key ? key : null,
        PreviousMasterKey = variable("TESTFORGE_MASTER_KEY_PREVIOUS") is { Length: > 0 } previous ? previous : null,
        MasterKeyFile = variable("TESTFORGE_MASTER_KEY_FILE") is { Length: > 0 } file ? file : null,
        Local = parsed.GetValue(_local),
        AllowPrivateNetworks = parsed.GetValue(_private),
        Parallel = parsed.GetValue(_parallel),
        Browser = parsed.GetValue(_browser),
    };

    private async Task<int> ServeAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        if (settings.WhyNot() is { } why)
        {
            error.WriteLine($"error usage.invalid_value: {why}");
            return Usage;
        }

        using var folder = DataFolder.Open(settings.DataFolder);
        await using var app = ServerHost.Build(settings);
        var first = await ServerHost.PrepareAsync(app, cancellationToken);
        await app.StartAsync(cancellationToken);
        output.WriteLine($"TestForge serves at {app.Urls.First()}");
        if (first is not null)
        {
            output.WriteLine($"First API key, shown this once: {first.Key}");
            output.WriteLine($"The owner chooses a password at, also shown this once: {settings.PublicUrl?.TrimEnd('/') ?? app.Urls.First()}{first.JoinPath}");
        }

        output.Flush();
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private async Task<int> MigrateAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        using var folder = settings.Database is null ? DataFolder.Open(settings.DataFolder) : null;
        await using var app = ServerHost.Build(settings);
        var applied = await app.Services.GetRequiredService<Schema>().MigrateAsync(cancellationToken);
        output.WriteLine(applied.Count == 0 ? "The tables are up to date." : $"Applied: {string.Join(", ", applied)}");
        return 0;
    }

    private async Task<int> StatusAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        await using var app = ServerHost.Build(settings);
        var states = await app.Services.GetRequiredService<Schema>().StatusAsync(cancellationToken);
        foreach (var state in states)
        {
            output.WriteLine($"{(state.Applied ? "applied" : "missing")}  {state.Name}");
        }

        return states.All(s => s.Applied) ? 0 : 1;
    }

    private async Task<int> ScriptAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        await using var app = ServerHost.Build(settings);
        await output.WriteAsync(app.Services.GetRequiredService<Schema>().Script().AsMemory(), cancellationToken);
        return 0;
    }

    private async Task<int> VerifyAsync(ServerSettings settings, Guid? only, CancellationToken cancellationToken)
    {
        await using var app = ServerHost.Build(settings);
        var (tenants, broken) = (0, 0);
        await foreach (var verdict in app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(only is { } id ? new TenantId(id) : null, cancellationToken))
        {
            tenants++;
            broken += verdict.Trouble is null ? 0 : 1;
            output.WriteLine($"{verdict.Tenant}  {verdict.Lines} lines  {verdict.Trouble ?? "in order"}");
        }

        output.WriteLine($"{tenants} logs, {broken} not in order.");
        return broken == 0 ? 0 : 1;
    }

    private async Task<int> RotateAsync(ServerSettings settings, bool newDataKeys, CancellationToken cancellationToken)
    {
        await using var app = ServerHost.Build(settings);
        var (tenants, keys) = await app.Services.GetRequiredService<KeyRotation>().RotateAsync(newDataKeys, cancellationToken);
        output.WriteLine($"{tenants} tenants, {keys} keys encrypted anew{(newDataKeys ? $", {tenants} made" : "")}.");
        return 0;
    }

    private int Fail(string code, string message)
    {
        error.WriteLine($"error {code}: {message}");
        return Environment;
    }
}
