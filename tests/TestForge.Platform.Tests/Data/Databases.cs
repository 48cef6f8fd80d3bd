using Npgsql;
using TestForge.Platform.Data;
using TestForge.TestKit.Databases;

[assembly: AssemblyFixture(typeof(TestForge.Platform.Tests.Data.Databases))]

namespace TestForge.Platform.Tests.Data;

/// <summary>The servers that all tests of this assembly share, each started when it is first needed.</summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private PostgresServer? _postgres;
    private PgBouncerServer? _bouncer;
    private string? _template;
    private byte[]? _sqlite;

    public PostgresServer Postgres => _postgres!;

    /// <summary>A new database of a kind, its tables made.</summary>
    public async Task<Rig> NewAsync(DatabaseKind kind)
    {
        var token = TestContext.Current.CancellationToken;
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("testforge-lite-").FullName;
            var file = Path.Combine(folder, "testforge.db");
            await File.WriteAllBytesAsync(file, await SqliteAsync(token), token);
            return Rig.Over(new DataOptions { SqliteFile = file }, folder);
        }

        var missing = PostgresServer.WhyNot ?? (kind == DatabaseKind.PgBouncer ? PgBouncerServer.WhyNot : null);
        Assert.SkipWhen(missing is not null && !Available.Required, missing ?? "");
        var name = await MigratedAsync(token);
        if (kind == DatabaseKind.PgBouncer)
        {
            await BouncerAsync(token);
        }

        return Rig.Over(
            new DataOptions
            {
                PostgreSql = kind == DatabaseKind.PgBouncer ? _bouncer!.Connection(name, PostgresServer.App) : _postgres!.Connection(name, PostgresServer.App),
                PostgreSqlOwner = _postgres!.Connection(name, PostgresServer.Owner),
            },
            folder: null);
    }

    /// <summary>A new and empty database.</summary>
    public async Task<string> DatabaseAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _postgres ??= await PostgresServer.StartAsync(cancellationToken);
            return _postgres.NewDatabase();
        }
        finally
        {
            _gate.Release();
        }
    }

    // Migrating takes seconds, and a copy of what was migrated is the same.
    private async Task<string> MigratedAsync(CancellationToken cancellationToken)
    {
        var empty = await DatabaseAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_template is null)
            {
                var owner = _postgres!.Connection(empty, PostgresServer.Owner) + ";Pooling=false";
                await using var rig = Rig.Over(new DataOptions { PostgreSql = owner, PostgreSqlOwner = owner }, folder: null);
                await rig.Schema.MigrateAsync(cancellationToken);
                _template = empty;
            }

            return _postgres!.NewDatabase(_template);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<byte[]> SqliteAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_sqlite is null)
            {
                var folder = Directory.CreateTempSubdirectory("testforge-lite-").FullName;
                var file = Path.Combine(folder, "testforge.db");
                await using (var rig = Rig.Over(new DataOptions { SqliteFile = file }, folder: null))
                {
                    await rig.Schema.MigrateAsync(cancellationToken);
                }

                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                _sqlite = await File.ReadAllBytesAsync(file, cancellationToken);
                Directory.Delete(folder, recursive: true);
            }

            return _sqlite;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_bouncer is not null)
        {
            await _bouncer.DisposeAsync();
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task BouncerAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _bouncer ??= await PgBouncerServer.StartAsync(_postgres!, [PostgresServer.App], cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
