using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Data;
using TestForge.TestKit.Databases;

[assembly: AssemblyFixture(typeof(TestForge.Server.Tests.PostgresFixture))]

namespace TestForge.Server.Tests;

/// <summary>The one PostgreSQL of this assembly, started when it is first needed.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private PostgresServer? _server;
    private string? _template;

    /// <summary>Settings for a new database; the test is left out where there is no PostgreSQL, except in CI.</summary>
    internal async Task<ServerSettings> NewAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null && !Available.Required, PostgresServer.WhyNot ?? "");
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _server ??= await PostgresServer.StartAsync(cancellationToken);
            _template ??= await MigratedAsync(_server, cancellationToken);
            return SettingsOf(_server, _server.NewDatabase(_template));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A database that is migrated once, and then copied for each test.</summary>
    internal static async Task<string> MigratedAsync(PostgresServer server, CancellationToken cancellationToken)
    {
        var name = server.NewDatabase();
        await using (var app = ServerHost.Build(SettingsOf(server, name) with { Urls = "http://127.0.0.1:0" }))
        {
            await app.Services.GetRequiredService<Schema>().MigrateAsync(cancellationToken);
        }

        // What is copied must have nobody connected.
        Npgsql.NpgsqlConnection.ClearAllPools();
        return name;
    }

    internal static ServerSettings SettingsOf(PostgresServer server, string database) => new()
    {
        Database = server.Connection(database, PostgresServer.App),
        DatabaseOwner = server.Connection(database, PostgresServer.Owner),
        MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };

    public async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _gate.Dispose();
    }
}
