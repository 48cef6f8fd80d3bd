using System.Collections.Concurrent;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace TestForge.Cli.Tests.Mcp;

/// <summary>A client of the official SDK that speaks with the built program as a coding agent's would.</summary>
internal sealed class McpClientRig : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly McpClient _client;
    private bool _gone;

    private McpClientRig(TempFolder folder, McpClient client, string mark, ConcurrentQueue<string> log)
    {
        _folder = folder;
        _client = client;
        Mark = mark;
        Log = log;
    }

    public McpClient Client => _client;

    public string Folder => _folder.Path;

    /// <summary>Stands in the environment of the server and of every process it starts.</summary>
    public string Mark { get; }

    public ConcurrentQueue<string> Log { get; }

    public ConcurrentQueue<string> Progress { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<McpClientRig> StartAsync(string[]? arguments = null, Dictionary<string, string?>? variables = null, Action<TempFolder>? prepare = null)
    {
        Assert.SkipWhen(Engine.Browser.BrowserFinder.TryFind(new()) is null, "no Chromium");
        var folder = new TempFolder();
        prepare?.Invoke(folder);
        var mark = Guid.NewGuid().ToString("N");
        var log = new ConcurrentQueue<string>();
        var client = await McpClient.CreateAsync(
            new StdioClientTransport(new()
            {
                Command = "dotnet",
                Arguments = [typeof(CliApp).Assembly.Location, "mcp", .. arguments ?? []],
                WorkingDirectory = folder.Path,
                EnvironmentVariables = new Dictionary<string, string?>(variables ?? []) { ["TESTFORGE_TEST_MARK"] = mark },
                StandardErrorLines = log.Enqueue,
                ShutdownTimeout = TimeSpan.FromSeconds(15),
            }),
            cancellationToken: Token);
        return new(folder, client, mark, log);
    }

    public string In(params string[] parts) => _folder.In(parts);

    /// <summary>Calls a tool; returns whether it was an error, and its text.</summary>
    public async Task<(bool Failed, string Text)> CallAsync(string tool, object? arguments = null, CancellationToken? cancellationToken = null)
    {
        var given = arguments?.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(arguments));
        var result = await _client.CallToolAsync(tool, given, new Reporter(Progress), cancellationToken: cancellationToken ?? Token);
        result.StructuredContent.ShouldBeNull();
        return (result.IsError == true, string.Join('\n', result.Content.OfType<TextContentBlock>().Select(c => c.Text)));
    }

    public async Task<string> DoneAsync(string tool, object? arguments = null)
    {
        var (failed, text) = await CallAsync(tool, arguments);
        failed.ShouldBeFalse(text + "\n" + string.Join('\n', Log));
        return text;
    }

    public async Task<string> RefusedAsync(string tool, object? arguments = null)
    {
        var (failed, text) = await CallAsync(tool, arguments);
        failed.ShouldBeTrue(text);
        return text;
    }

    /// <summary>The client goes, as when an agent's program ends.</summary>
    public async Task LeaveAsync()
    {
        _gone = true;
        await _client.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_gone)
        {
            await _client.DisposeAsync();
        }

        _folder.Dispose();
    }

    private sealed class Reporter(ConcurrentQueue<string> told) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => told.Enqueue(value.Message ?? "");
    }
}
