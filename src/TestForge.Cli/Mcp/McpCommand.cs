using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using TestForge.Cli.Commands;
using TestForge.Cli.Settings;

namespace TestForge.Cli.Mcp;

/// <summary>Serves a coding agent over standard input and output until it goes.</summary>
internal sealed class McpCommand(CliEnvironment environment)
{
    /// <summary>Longest time for ending browsers when the client has gone; the driver ends what is left with this process.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<int> RunAsync(string? url, IReadOnlyList<string> variables, SettingValues flags, CancellationToken cancellationToken)
    {
        // Standard output is the protocol's alone: what the commands would write there goes to the error stream.
        var quiet = environment with { Output = environment.Error, IsTerminal = false };
        var session = await McpSession.ReadAsync(quiet, url, variables, flags, cancellationToken);
        using var interruption = new Interruption(quiet, "The MCP server ended at once.");
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, interruption.Token);
        using var work = new McpWork(quiet, session);
        await using var page = new McpPage(quiet, session);
        var options = new McpServerOptions
        {
            ServerInfo = new() { Name = "testforge", Title = "TestForge", Version = typeof(McpCommand).Assembly.GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = McpTools.Instructions,
            ToolCollection = ToolsOf(quiet, session, work, page, gone.Token).All,
        };
        await using var transport = new StreamServerTransport(new WatchedInput(environment.OpenInput(), () => _ = Task.Run(gone.Cancel, CancellationToken.None)), environment.OpenOutput(), "testforge");
        await using var server = McpServer.Create(transport, options);
        environment.Error.WriteLine($"mcp serving on standard input and output; working folder {environment.WorkingFolder}");
        try
        {
            await server.RunAsync(gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The client has gone or the process is asked to end, which is how every session ends.
        }

        await gone.CancelAsync();
        await work.EndAsync(Patience);
        return interruption.Asked ? ExitCodes.Interrupted : ExitCodes.Passed;
    }

    private static McpTools ToolsOf(CliEnvironment environment, McpSession session, McpWork work, McpPage page, CancellationToken stopping)
    {
        var sources = new SettingSources(environment.WorkingFolder);
        var flags = new McpFlags(session, new(environment.WorkingFolder));
        var stages = new StageCommands(environment, sources);
        var run = new RunCommand(environment, sources, new(environment));
        var pages = new PageTools(session, page);
        var tools = new McpTools(environment.Error, session, stopping);
        tools.Add<ExploreArguments>("explore", Hints("Explore an application", openWorld: true), ExploreTool.Description, new ExploreTool(session, work, stages, flags).CallAsync);
        tools.Add<DesignArguments>("design", Hints("Design test cases", openWorld: true), DesignTool.Description, new DesignTool(session, work, stages, flags).CallAsync);
        tools.Add<RunArguments>("run", Hints("Run tests", openWorld: true), RunTool.Description, new RunTool(session, work, run, stages, flags).CallAsync);
        tools.Add<ExplainArguments>("explain_failure", Hints("Explain a failed case", reads: true), ExplainTool.Description, new ExplainTool(session).CallAsync);
        tools.Add<HealArguments>("heal", Hints("Show or apply heals"), HealTool.Description, new HealTool(environment, sources, session, flags).CallAsync);
        tools.Add<OpenPageArguments>("open_page", Hints("Open a page", openWorld: true), PageTools.OpenDescription, pages.OpenAsync);
        tools.Add<NoArguments>("read_page", Hints("Read the open page", reads: true, openWorld: true), PageTools.ReadDescription, pages.ReadAsync);
        tools.Add<ActArguments>("act", Hints("Use the open page", openWorld: true), PageTools.ActDescription, pages.ActAsync);
        tools.Add<NoArguments>("close_page", Hints("Close the open page", reads: true), PageTools.CloseDescription, pages.CloseAsync);
        return tools;
    }

    private static ToolAnnotations Hints(string title, bool reads = false, bool openWorld = false) => new() { Title = title, ReadOnlyHint = reads, DestructiveHint = false, OpenWorldHint = openWorld };
}
