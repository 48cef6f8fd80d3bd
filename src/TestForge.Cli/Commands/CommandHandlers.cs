using System.CommandLine;
using TestForge.Cli.Baselines;
using TestForge.Cli.Claude;
using TestForge.Cli.Doctor;
using TestForge.Cli.Heals;
using TestForge.Cli.Maps;
using TestForge.Cli.Mcp;
using TestForge.Cli.Settings;
using TestForge.Cli.Vision;

namespace TestForge.Cli.Commands;

/// <summary>Connects the command line with what the commands do.</summary>
internal sealed class CommandHandlers(
    CommandRunner runner,
    RunCommand run,
    StageCommands stages,
    MergeCommand merge,
    DoctorCommand doctor,
    DiffCommand diff,
    HealsCommand heals,
    HealsApplyCommand apply,
    VisionCommand vision,
    BaselinesCommand baselines,
    HealCommand heal,
    ClaudeCommand claude,
    McpCommand mcp)
{
    public Task<int> Run(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.GetValue(line.Resume) is { } folder
            ? run.ResumeAsync(folder, parsed.GetValue(line.Url), line.FlagsOf(parsed), cancellationToken)
            : run.RunAsync(parsed.GetValue(line.Url), line.FlagsOf(parsed), cancellationToken);

    public Task<int> Demo(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.GetValue(line.Serve)
            ? run.ServeDemoAsync(cancellationToken)
            : run.DemoAsync(line.FlagsOf(parsed), cancellationToken);

    public async Task<int> Discover(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.GetValue(line.Diff) is [var old, var now]
            ? await diff.RunAsync(old, now, line.FlagsOf(parsed).Switch(KnownSettings.Json), cancellationToken)
            : await runner.RunAsync(await stages.DiscoverAsync(parsed.GetValue(line.Url), line.FlagsOf(parsed), cancellationToken));

    public async Task<int> Design(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        await runner.RunAsync(await stages.DesignAsync(line.FlagsOf(parsed), cancellationToken));

    public async Task<int> Script(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        await runner.RunAsync(await stages.ScriptAsync(line.FlagsOf(parsed), cancellationToken));

    public async Task<int> Execute(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        await runner.RunAsync(await stages.ExecuteAsync(line.FlagsOf(parsed), cancellationToken));

    public async Task<int> Report(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.GetValue(line.Merge) is { Length: > 0 } folders
            ? await merge.RunAsync(folders, line.FlagsOf(parsed), cancellationToken)
            : await runner.RunAsync(await stages.ReportAsync(line.FlagsOf(parsed), cancellationToken));

    public HealsCommand Heals => heals;

    public HealsApplyCommand HealsApply => apply;

    public Task<int> Heal(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        heal.RunAsync(parsed.GetValue(line.Results), parsed.GetValue(line.Project), parsed.GetValue(line.Apply), parsed.GetValue(line.ApplyShared), line.FlagsOf(parsed), cancellationToken);

    public Task<int> Doctor(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        doctor.RunAsync(parsed.GetValue(line.Url), line.FlagsOf(parsed), cancellationToken);

    public Task<int> VisionCheck(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        vision.CheckAsync(parsed.GetRequiredValue(line.Model), line.FlagsOf(parsed), cancellationToken);

    public Task<int> VisionCalibrate(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        vision.CalibrateAsync(parsed.GetRequiredValue(line.Pairs), parsed.GetValue(line.ModelOf), line.FlagsOf(parsed), cancellationToken);

    public Task<int> ClaudeCheck(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        claude.CheckAsync(parsed.GetValue(line.Ask), line.FlagsOf(parsed), cancellationToken);

    public Task<int> ClaudeSpending(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        claude.SpendingAsync(line.FlagsOf(parsed), cancellationToken);

    public Task<int> BaselinesList(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        baselines.ListAsync(line.FlagsOf(parsed), cancellationToken);

    public Task<int> BaselinesApprove(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        baselines.ApproveAsync(parsed.GetValue(line.Names) ?? [], parsed.GetValue(line.AllOfThem), parsed.GetValue(line.Reason), line.FlagsOf(parsed), cancellationToken);

    public Task<int> BaselinesReject(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        baselines.RejectAsync(parsed.GetValue(line.Names) ?? [], parsed.GetValue(line.AllOfThem), parsed.GetValue(line.Reason), line.FlagsOf(parsed), cancellationToken);

    public Task<int> Mcp(CommandLine line, ParseResult parsed, CancellationToken cancellationToken) =>
        mcp.RunAsync(parsed.GetValue(line.Url), parsed.GetValue(line.Variables) ?? [], line.FlagsOf(parsed), cancellationToken);
}
