using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>A tool with typed arguments, whose failures are answers with a stable code.</summary>
/// <typeparam name="TArguments">A record whose properties are the arguments.</typeparam>
internal sealed class McpTool<TArguments> : McpServerTool
{
    private readonly McpTools _tools;
    private readonly Func<TArguments, IProgress<ProgressNotificationValue>, CancellationToken, Task<string>> _call;

    public McpTool(McpTools tools, string name, string description, ToolAnnotations annotations, Func<TArguments, IProgress<ProgressNotificationValue>, CancellationToken, Task<string>> call)
    {
        _tools = tools;
        _call = call;
        ProtocolTool = new() { Name = name, Title = annotations.Title, Description = description, InputSchema = McpSchema.Of(typeof(TArguments)), Annotations = annotations };
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _tools.Stopping);
        var began = Stopwatch.GetTimestamp();
        try
        {
            McpArguments.Check(ProtocolTool.Name, ProtocolTool.InputSchema, request.Params?.Arguments);
            var given = new JsonObject((request.Params?.Arguments ?? new Dictionary<string, JsonElement>()).Select(a => KeyValuePair.Create(a.Key, (JsonNode?)JsonSerializer.SerializeToNode(a.Value))));
            var text = await _call(given.Deserialize<TArguments>(McpSchema.Json)!, new McpReporter(request.Server, request.Params?.ProgressToken), either.Token);
            _tools.Log($"{ProtocolTool.Name}: done in {Spans.Words(Stopwatch.GetElapsedTime(began))}");
            return new() { Content = [new TextContentBlock { Text = text }] };
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            _tools.Log($"{ProtocolTool.Name}: cancelled after {Spans.Words(Stopwatch.GetElapsedTime(began))}");
            throw;
        }
        catch (StageException e)
        {
            return Failed(e.Code, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _tools.Log(e.ToString());
            return Failed("internal.bug", $"{e.GetType().Name}: {e.Message} This is a fault of TestForge; please report it.");
        }
    }

    private CallToolResult Failed(string code, string message)
    {
        _tools.Log($"{ProtocolTool.Name}: error {code}");
        return new() { IsError = true, Content = [new TextContentBlock { Text = _tools.ErrorText(code, message) }] };
    }
}
