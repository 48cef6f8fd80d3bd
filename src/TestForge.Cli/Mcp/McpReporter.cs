using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace TestForge.Cli.Mcp;

/// <summary>Sends progress to the client of one call, if it wants any.</summary>
internal sealed class McpReporter(McpServer server, ProgressToken? token) : IProgress<ProgressNotificationValue>
{
    public void Report(ProgressNotificationValue value)
    {
        if (token is { } wanted)
        {
            // The call does not wait for it, and a client that has gone is noticed elsewhere.
            _ = server.NotifyProgressAsync(wanted, value, cancellationToken: CancellationToken.None).ContinueWith(sent => sent.Exception, TaskScheduler.Default);
        }
    }
}
