using ModelContextProtocol;
using TestForge.Cli.Commands;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Runs the whole chain as <c>testforge run</c> does, or the cases of a folder as <c>script</c>, <c>execute</c> and <c>report</c> do.</summary>
internal sealed class RunTool(McpSession session, McpWork work, RunCommand run, StageCommands stages, McpFlags flags)
{
    private const int MaxText = 10_000;

    public const string Description = "Runs tests and writes scripts (complete Playwright projects) and a report. With url: explores, designs and runs, which may take many minutes. With folder: runs the cases of its test plan. Answers with the verdict, the cases that did not simply pass, and where everything is. explain_failure tells more of one case.";

    public async Task<string> CallAsync(RunArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        if (given is { Url: not null } and ({ Folder: not null } or { Grep: not null } or { LastFailed: true }))
        {
            throw new StageException("mcp.invalid_argument", "run cannot be called like this: url begins anew, so folder, grep and lastFailed do not go with it.", retryable: false);
        }

        return given.Url is not null ? await WholeAsync(given, progress, cancellationToken) : await CasesAsync(given, progress, cancellationToken);
    }

    private async Task<string> WholeAsync(RunArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var target = await session.Targets.ReadAsync(given.Url, cancellationToken);
        var values = flags.Of((KnownSettings.MaxPages, given.MaxPages), (KnownSettings.MaxTests, given.MaxTests), (KnownSettings.MaxMinutes, given.MaxMinutes));
        var done = await work.RunAsync(stop => run.WorkAsync(target.AbsoluteUri, values, stop), progress, cancellationToken);
        return done.Outcome.TargetUnusable ? throw McpFlags.Unreachable(done) : await ToldAsync(done.Work.Folder, done.Lines, cancellationToken);
    }

    private async Task<string> CasesAsync(RunArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var folder = session.Folders.With(given.Folder, RunFolder.PlanFile, "design");
        var values = flags.Of((KnownSettings.Grep, given.Grep), (KnownSettings.LastFailed, given.LastFailed));
        values.Set(KnownSettings.Out, folder);
        var scripted = await work.RunAsync(stop => stages.ScriptAsync(values.Without(KnownSettings.OfSelection), stop), progress, cancellationToken);
        var executed = await work.RunAsync(stop => stages.ExecuteAsync(values, stop), progress, cancellationToken);
        var reported = await work.RunAsync(stop => stages.ReportAsync(values.Without(KnownSettings.OfSelection), stop), progress, cancellationToken);
        return await ToldAsync(
            executed.Work.Folder,
            [.. executed.Lines, .. scripted.Lines.Where(l => l.StartsWith("Scripts", StringComparison.Ordinal) || l.StartsWith("  Conflict", StringComparison.Ordinal)), .. reported.Lines.Where(l => l.StartsWith("Gate", StringComparison.Ordinal))],
            cancellationToken);
    }

    private async Task<string> ToldAsync(RunFolder folder, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var files = new StageFiles(folder);
        var (_, plan) = await files.PlanAsync(cancellationToken);
        var (_, results) = await files.ResultsAsync(cancellationToken);
        var paths = Results.RunFiles.In(folder.Path).Where(f => f.Key is "report.html" or "report.json" or "junit.xml" || f.Key.StartsWith("scripts/", StringComparison.Ordinal));
        return string.Join('\n', [
            .. lines,
            $"Folder: {session.Folders.Told(folder.Path)}",
            .. paths.Select(f => $"{f.Key}: {session.Folders.Told(f.Value)}"),
            session.Text.Fenced("cases that did not simply pass", ResultText.Of(plan, results), MaxText)]);
    }
}
