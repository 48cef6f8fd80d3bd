using ModelContextProtocol;
using TestForge.Cli.Commands;
using TestForge.Cli.Progress;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Does the work of commands for a client: one at a time, with progress, until it is done or the client no longer wants it.</summary>
internal sealed class McpWork(CliEnvironment environment, McpSession session) : IDisposable
{
    private readonly WorkRunner _runner = new(environment);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <param name="prepare">Makes the work of a command.</param>
    /// <param name="progress">The client.</param>
    /// <param name="cancellationToken">Ends stages and browsers.</param>
    public async Task<McpDone> RunAsync(Func<CancellationToken, Task<CommandWork>> prepare, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var work = await prepare(cancellationToken);
            await session.Targets.CheckAsync(work.Target, cancellationToken);
            _runner.Check(work);
            session.Folders.Last = work.Folder.Path;
            var model = new ProgressModel(environment.Clock, environment.Clock.GetUtcNow(), new RunSettings(work.Values).Limits.MaxPages);
            await using var events = new RunProgress(model, new McpProgress(progress), environment.Clock);
            var outcome = await _runner.RunAsync(work with { GuardTarget = session.Targets.Guards }, events, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return new(work, outcome, await WorkRunner.SummaryOfAsync(work, model, outcome, events.Snapshot().Elapsed), model.Warning("target.unusable"));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Waits until what was begun has ended.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        if (await _gate.WaitAsync(patience))
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
