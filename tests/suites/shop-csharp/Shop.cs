using System.Diagnostics;
using System.Net.Sockets;

namespace Shop.Tests;

/// <summary>Serves the shop while its tests run.</summary>
[SetUpFixture]
public sealed class Shop
{
    private Process? _server;

    public static int Port { get; } = int.Parse(Environment.GetEnvironmentVariable("SHOP_PORT") ?? "4173");

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _server = Process.Start("node", [Environment.GetEnvironmentVariable("SHOP_SERVER") ?? "server.mjs", $"{Port}", Environment.GetEnvironmentVariable("SHOP") ?? "before"]);
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }
    }

    [OneTimeTearDown]
    public void Close()
    {
        _server?.Kill();
        _server?.Dispose();
    }
}
