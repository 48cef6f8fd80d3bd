using ModelContextProtocol;
using TestForge.Cli.Commands;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Explores an application as <c>testforge discover</c> does.</summary>
internal sealed class ExploreTool(McpSession session, McpWork work, StageCommands stages, McpFlags flags)
{
    private const int UsualMinutes = 5;
    private const int MaxText = 12_000;

    public const string Description = "Explores a web application in a real browser within limits of pages and time, without destructive actions: finds its pages, forms, states and flows, and writes site-map.json to a run folder. Do this first. Answers with a short summary of the map.";

    public async Task<string> CallAsync(ExploreArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var target = await session.Targets.ReadAsync(given.Url, cancellationToken);
        var done = await work.RunAsync(stop => stages.DiscoverAsync(target.AbsoluteUri, FlagsOf(given), stop), progress, cancellationToken);
        if (done.Outcome.TargetUnusable)
        {
            throw McpFlags.Unreachable(done);
        }

        var (_, map) = await new StageFiles(done.Work.Folder).SiteMapAsync(cancellationToken);
        return string.Join('\n', [
            .. done.Lines,
            $"Folder: {session.Folders.Told(done.Work.Folder.Path)} (site-map.json has all of it). Next: design, or open_page for a look.",
            session.Text.Fenced("the site map", MapText.Of(map), MaxText)]);
    }

    private SettingValues FlagsOf(ExploreArguments given)
    {
        var values = flags.Of((KnownSettings.MaxPages, given.MaxPages), (KnownSettings.MaxMinutes, given.MaxMinutes));
        if (given.Folder is { } folder)
        {
            values.Set(KnownSettings.Out, session.Folders.Inside(folder));
        }

        if (!values.TryGet(KnownSettings.MaxMinutes, out _))
        {
            values.Set(KnownSettings.MaxMinutes, UsualMinutes);
        }

        return values;
    }
}
