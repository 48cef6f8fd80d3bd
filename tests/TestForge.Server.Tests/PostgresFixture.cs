using TestForge.TestKit.Databases;

[assembly: AssemblyFixture(typeof(TestForge.Server.Tests.PostgresFixture))]

namespace TestForge.Server.Tests;

/// <summary>The one PostgreSQL of this assembly, started when it is first needed.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private PostgresServer? _server;

    /// <summary>Settings for a new database; the test is left out where there is no PostgreSQL, except in CI.</summary>
    internal async Task<ServerSettings> NewAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null && !Available.Required, PostgresServer.WhyNot ?? "");
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _server ??= await PostgresServer.StartAsync(cancellationToken);
            var name = _server.NewDatabase();
            return new() { Database = _server.Connection(name, PostgresServer.App), DatabaseOwner = _server.Connection(name, PostgresServer.Owner), MasterKey = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)) };
        }
        finally
        {
            _gate.Release();
        }
    }

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
