using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TestForge.Pipeline;
using TestForge.Platform.Data;
using TestForge.Platform.Outbox;
using TestForge.Platform.Projects;
using TestForge.Platform.Secrets;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

/// <summary>Takes one run from the queue to its end, and writes down what becomes of it.</summary>
internal sealed partial class RunProcess(
    IRunExecutor executor,
    IRunArtifacts artifacts,
    IEnumerable<IRunPreparer> preparers,
    IEnumerable<IRunFinisher> finishers,
    TargetGate gate,
    TenantWork work,
    WorkQueue queue,
    Patience patience,
    RunSignals signals,
    TimeProvider clock,
    ILogger<RunProcess> logger)
{
    public const string Kind = "run";

    // A run that ends its process each time must not do so for ever.
    private const int MostAttempts = 3;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <param name="item">The claimed work.</param>
    /// <param name="owner">Who claimed it.</param>
    /// <param name="shutdown">Ends the run at once; it is given back and goes on later.</param>
    public async Task ExecuteAsync(WorkItem item, Guid owner, CancellationToken shutdown)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        using var stop = new CancellationTokenSource();
        signals.Watch(item.SubjectId, stop.Cancel);
        var beating = BeatAsync(item, owner, stop, abandon);
        try
        {
            await RunAsync(item, stop.Token, abandon.Token);
        }
        catch (Exception e) when (abandon.IsCancellationRequested)
        {
            LogAbandoned(item.SubjectId, e.GetType().Name);
        }
        finally
        {
            signals.Unwatch(item.SubjectId);
            await abandon.CancelAsync();
            await beating;
        }

        if (shutdown.IsCancellationRequested)
        {
            // The last word to the database, which may be gone too; the lease ends by itself then.
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await queue.ReleaseAsync(item.Id, owner, limit.Token);
        }
    }

    private async Task RunAsync(WorkItem item, CancellationToken stop, CancellationToken abandon)
    {
        var run = await patience.UntilDoneAsync(() => BeginAsync(item, abandon), abandon);
        if (run is null)
        {
            return;
        }

        signals.Raise(run.Id);
        RunOutcome? outcome = null;
        (string Code, string Message)? failure = item.Attempts > MostAttempts
            ? (RunErrors.GaveUp, $"The run was begun {item.Attempts - 1} times and the server ended each time. It is not begun again.")
            : null;
        if (failure is null && await gate.RefusalOfAsync(new(run.Target), abandon) is { } refusal)
        {
            failure = ("target.refused", $"This server does not test addresses that are not public: {refusal}. Its operator can allow it.");
        }

        if (failure is null)
        {
            await using var recorder = new RunRecorder(run.TenantId, run.Id, run.LastEvent, work, patience, signals, clock, abandon);
            (outcome, failure) = await TryAsync(run, recorder, stop, abandon);
            if (recorder.Lost > 0)
            {
                LogLost(run.Id, recorder.Lost);
            }
        }

        abandon.ThrowIfCancellationRequested();
        await patience.UntilDoneAsync(() => FinishAsync(item, outcome, failure, stop.IsCancellationRequested, abandon), abandon);
        signals.Raise(run.Id);
        await SealAsync(run, abandon);
    }

    // The run has ended and stays ended; what could not be encrypted now the next turn of retention finds.
    private async Task SealAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            await artifacts.SealAsync(run.TenantId, run.Id, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotSealed(run.Id, e);
        }
    }

    private async Task<(RunOutcome? Outcome, (string Code, string Message)? Failure)> TryAsync(Run run, IRunEvents events, CancellationToken stop, CancellationToken abandon)
    {
        try
        {
            var order = await patience.UntilDoneAsync(() => OrderAsync(run, abandon), abandon);
            var outcome = await executor.ExecuteAsync(order, events, stop, abandon);
            return outcome is { Summary: { Pages: 0, Interrupted: false } }
                ? (outcome, ("target.unreachable", $"No page of {run.Target} could be read. Check the address and that the application runs."))
                : (outcome, null);
        }
        catch (StageException e) when (!abandon.IsCancellationRequested)
        {
            return (null, (e.Code, e.Message));
        }
        catch (SecretException e)
        {
            return (null, (e.Code, "The secrets of the environment cannot be opened. The operator can see why in the log."));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !abandon.IsCancellationRequested)
        {
            return (null, null);
        }
        catch (Exception e) when (!abandon.IsCancellationRequested)
        {
            // A bug of ours ends this run and nothing but this run.
            LogUnexpected(run.Id, e);
            return (null, (RunErrors.Unexpected, "The run failed in a way nobody foresaw, and it was logged. Start it again; if it stays, tell the operator the run's id."));
        }
    }

    private Task<Run?> BeginAsync(WorkItem item, CancellationToken cancellationToken) => work.WriteAsync(
        item.TenantId,
        async db =>
        {
            var run = await db.Runs.SingleOrDefaultAsync(r => r.Id == item.SubjectId, cancellationToken);
            if (run is null || run.IsFinished)
            {
                await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
                return null;
            }

            var now = clock.Now();
            var kind = run.Status == RunStatus.Running ? RunEventText.Resumed : RunEventText.Started;
            run.Status = RunStatus.Running;
            run.StartedAt ??= now;
            db.RunEvents.Add(RunEventText.Row(run, now, kind, RunEventText.Data(kind)));
            await db.SaveChangesAsync(cancellationToken);
            await WorkQueue.SignalAsync(db, Kind, run.Id, run.LastEvent, cancellationToken);
            return run;
        },
        cancellationToken);

    private Task<int> FinishAsync(WorkItem item, RunOutcome? outcome, (string Code, string Message)? failure, bool stopped, CancellationToken cancellationToken) => work.WriteAsync(
        item.TenantId,
        async db =>
        {
            await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
            var run = await db.Runs.SingleOrDefaultAsync(r => r.Id == item.SubjectId, cancellationToken);
            if (run is null || run.IsFinished)
            {
                return 0;
            }

            var now = clock.Now();
            run.Status = StatusOf(outcome, failure, stopped);
            run.FinishedAt = now;
            run.Summary = outcome?.Summary;
            (run.ErrorCode, run.ErrorMessage) = (failure?.Code, failure?.Message);
            foreach (var finisher in finishers)
            {
                await finisher.FinishAsync(db, run, outcome, now, cancellationToken);
            }

            var data = RunEventText.Data(RunEventText.Finished, new { runId = run.Id, status = run.Status, summary = run.Summary, errorCode = run.ErrorCode, errorMessage = run.ErrorMessage });
            db.RunEvents.Add(RunEventText.Row(run, now, RunEventText.Finished, data));
            await OutboxWriter.AddAsync(db, EventKinds.RunFinished, WebhookData(run), now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return outcome is null ? 0 : await BulkInsert.AddAsync(db, RunResultsRows.Of(run, outcome, now), cancellationToken);
        },
        cancellationToken);

    private static string WebhookData(Run run) => JsonSerializer.Serialize(
        new
        {
            runId = run.Id,
            projectId = run.ProjectId,
            environmentId = run.EnvironmentId,
            target = run.Target,
            status = run.Status,
            startedAt = run.StartedAt,
            finishedAt = run.FinishedAt,
            summary = run.Summary,
            errorCode = run.ErrorCode,
            errorMessage = run.ErrorMessage,
        },
        ArtifactJson.Compact);

    private static RunStatus StatusOf(RunOutcome? outcome, (string, string)? failure, bool stopped) => (outcome, failure) switch
    {
        _ when stopped && (outcome is null || outcome.Summary.Interrupted) => RunStatus.Cancelled,
        (null, _) or (_, not null) => RunStatus.Broken,
        ({ Summary: var s }, _) => s.Failed > 0 || s.Excess is not null || s.Gates?.Any(g => !g.Met) == true || s.Passed + s.Flaky + s.Healed + s.Quarantined == 0 ? RunStatus.Failed : RunStatus.Passed,
    };

    /// <summary>What the run is to do, with all that other modules give it.</summary>
    private Task<RunOrder> OrderAsync(Run run, CancellationToken cancellationToken) => work.ReadAsync(
        run.TenantId,
        async db =>
        {
            var order = new RunOrder(run.TenantId, run.ProjectId, run.EnvironmentId, InputOf(run)) { RetryOf = run.RetryOf, Visual = run.Settings.Visual };
            foreach (var preparer in preparers)
            {
                order = await preparer.PrepareAsync(db, run, order, cancellationToken);
            }

            return order;
        },
        cancellationToken);

    private static RunInput InputOf(Run run) => new()
    {
        RunId = run.Id,
        Target = new(run.Target),
        StartedAt = run.StartedAt!.Value,
        Limits = new(run.Settings.MaxPages, run.Settings.MaxDepth),
        Scope = new(run.Settings.PathPrefix, run.Settings.Include, run.Settings.Exclude),
        MaxTests = run.Settings.MaxTests,
        Seed = run.Settings.Seed,
    };

    /// <summary>Says now and then that the run is still somebody's, and looks whether it is to stop.</summary>
    private async Task BeatAsync(WorkItem item, Guid owner, CancellationTokenSource stop, CancellationTokenSource abandon)
    {
        using var timer = new PeriodicTimer(Heartbeat, clock);
        try
        {
            do
            {
                if (!await patience.UntilDoneAsync(() => queue.RenewAsync(item.Id, owner, abandon.Token), abandon.Token))
                {
                    // Finished in this moment, or somebody else's.
                    await abandon.CancelAsync();
                    return;
                }

                if (await patience.UntilDoneAsync(() => work.ReadAsync(item.TenantId, db => db.Runs.AnyAsync(r => r.Id == item.SubjectId && r.CancelAskedAt != null, abandon.Token), abandon.Token), abandon.Token))
                {
                    await stop.CancelAsync();
                }
            }
            while (await timer.WaitForNextTickAsync(abandon.Token));
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            // The run has ended.
        }
    }

    [LoggerMessage(4201, LogLevel.Error, "Run {Run} failed in a way nobody foresaw")]
    private partial void LogUnexpected(Guid run, Exception exception);

    [LoggerMessage(4202, LogLevel.Information, "Run {Run} is given back, to go on later ({Reason})")]
    private partial void LogAbandoned(Guid run, string reason);

    [LoggerMessage(4204, LogLevel.Warning, "Run {Run}: what it left in clear could not be encrypted and will be tried again")]
    private partial void LogNotSealed(Guid run, Exception exception);

    [LoggerMessage(4203, LogLevel.Warning, "Run {Run}: {Count} events found no room and were left out")]
    private partial void LogLost(Guid run, long count);
}
