using ModelContextProtocol;
using TestForge.Cli.Commands;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;

namespace TestForge.Cli.Mcp;

/// <summary>Designs cases as <c>testforge design</c> does.</summary>
internal sealed class DesignTool(McpSession session, McpWork work, StageCommands stages, McpFlags flags)
{
    private const int MaxText = 12_000;

    public const string Description = "Designs test cases for an explored application and writes test-plan.json: each expectation was seen on the live page in two independent visits. Answers with the cases, the most valuable first, and with faults of the application seen on the way.";

    public async Task<string> CallAsync(DesignArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        session.CheckVariables(given.Goals ?? []);
        var values = flags.Of((KnownSettings.MaxTests, given.MaxTests), (KnownSettings.Goal, given.Goals));
        values.Set(KnownSettings.Out, session.Folders.With(given.Folder, RunFolder.SiteMapFile, "explore"));
        var done = await work.RunAsync(stop => stages.DesignAsync(values, stop), progress, cancellationToken);
        var (_, plan) = await new StageFiles(done.Work.Folder).PlanAsync(cancellationToken);
        return string.Join('\n', [
            .. done.Lines,
            $"Folder: {session.Folders.Told(done.Work.Folder.Path)} (test-plan.json has all of it). Next: run with this folder.",
            session.Text.Fenced("the test plan", PlanText.Of(plan, done.Summary.GoalsNotMade), MaxText)]);
    }
}
