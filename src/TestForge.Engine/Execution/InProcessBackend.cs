using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Steps;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Runs cases in this process: one browser, a fresh context for each case, failed cases once more by themselves.</summary>
internal sealed partial class InProcessBackend(
    BrowserHost browser,
    SessionStates sessions,
    WorkerGate gate,
    SessionPool pool,
    RunningCases together,
    IStage<HealInput, HealOutput> healing,
    HealBook book,
    IArtifactStore artifacts,
    FingerprintBook prints,
    LookJudge judge,
    IRunEvents events,
    IOptions<ExecutionOptions> options,
    TimeProvider clock,
    ILogger<InProcessBackend> logger) : IExecutionBackend
{
    public string Name => ExecutionBackends.InProcess;

    public async Task<RunResults> RunAsync(TestPlan plan, ExecuteInput input, CancellationToken cancellationToken)
    {
        var locators = LocatorsOf(plan, input.Patches);
        var planned = plan.Cases.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        var cases = input.CaseIds.Where(planned.ContainsKey).Select(id => new CaseProgress(planned[id], PatchedIn(planned[id], input.Patches))).ToArray();
        PlanChecks.Require(cases.Select(c => c.Case), locators, browser.Variables);
        var healer = new DriftHealer(healing, book, input, await ApprovedAsync(plan, input, cancellationToken));
        var attempts = new CaseAttempt(plan, input.Session, locators, artifacts, prints, clock, options.Value, healer, new(judge, prints, plan, artifacts));
        await prints.LoadAsync(cancellationToken);
        pool.Enter();
        try
        {
            await RunAsync(cases, plan.Target, input, attempts, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What finished is kept; the rest is told as not run.
        }
        finally
        {
            pool.Leave();
        }

        await prints.SaveAsync(CancellationToken.None);

        return new()
        {
            Backend = Name,
            Browser = browser.Version is { } version ? $"Chromium {version}" : "",
            Cases = [.. cases.Select(c => c.Result)],
            Heals = healer.Records,
            Interrupted = cancellationToken.IsCancellationRequested,
        };
    }

    private async Task<IReadOnlyDictionary<string, HealRecord>> ApprovedAsync(TestPlan plan, ExecuteInput input, CancellationToken cancellationToken)
    {
        if (input.Healing?.Memory is not { } reference)
        {
            return new Dictionary<string, HealRecord>();
        }

        var memory = await artifacts.GetJsonAsync<HealMemory>(reference, cancellationToken);
        return plan.Elements
            .Select(e => memory.ApprovedFor(e, plan.PathOf(e))?.Again(e))
            .OfType<HealRecord>()
            .DistinctBy(h => h.ElementId)
            .ToDictionary(h => h.ElementId, StringComparer.Ordinal);
    }

    private static Dictionary<string, LocatorSpec> LocatorsOf(TestPlan plan, IReadOnlyList<LocatorPatch> patches)
    {
        var locators = plan.Elements.ToDictionary(e => e.Id, e => e.Locator);
        foreach (var patch in patches)
        {
            locators[patch.ElementId] = patch.Locator;
        }

        return locators;
    }

    private static string[] PatchedIn(TestCase testCase, IReadOnlyList<LocatorPatch> patches) =>
        [.. patches.Select(p => p.ElementId).Where(id => testCase.Steps.Any(s => s.Action.Element == id))];

    private async Task RunAsync(CaseProgress[] cases, Uri target, ExecuteInput input, CaseAttempt attempts, CancellationToken cancellationToken)
    {
        if (cases.Any(c => !c.Case.Anonymous))
        {
            // A login that does not work fails the stage once, not each case.
            await sessions.StorageStateAsync(input.Session, target, cancellationToken);
        }

        await new CaseRounds(gate, input, AttemptAsync, input.Trial ? _ => { } : Tell).RunAsync(cases, cancellationToken);

        Task AttemptAsync(CaseProgress c, int wanted) => this.AttemptAsync(c, wanted, target, input.Session, attempts, cancellationToken);
    }

    private void Tell(CaseProgress c)
    {
        if (c.Settled)
        {
            events.Publish(new RunEvent.CaseFinished(c.Case.Id, c.Case.Title, c.Result.Verdict, c.Milliseconds, c.Message));
        }
    }

    private async Task AttemptAsync(CaseProgress c, int wanted, Uri target, SessionSource source, CaseAttempt attempts, CancellationToken cancellationToken)
    {
        PooledSession? session = null;
        Uri? reusable = null;
        var running = together.Begin(c.Case.Id);
        try
        {
            var order = new AttemptOrder(c.Case, c.NextNumber, await StateAsync(c, target, source, cancellationToken), LooksLate: c.MayBeLate);

            // A repetition starts in a context nobody has used, whatever the first attempt had.
            session = await pool.TakeAsync(order.State, wanted, mayBeUsed: order.Number == 1, cancellationToken);

            // A stop does not wait for a browser that is busy.
            var outcome = await attempts.RunAsync(session.Session, order, cancellationToken).WaitAsync(cancellationToken);
            if (session.Session.Alive || outcome.Attempt.Passed)
            {
                reusable = outcome.Attempt.Passed && !order.Traced && !attempts.LeavesHandlers ? target : null;
                c.ExpiredState = outcome.SessionExpired ? order.State : null;
                c.Add(outcome.Attempt with { Beside = together.End(running), ContextServedBefore = session.Used });
                if (c.PassedOnlyInNewContext)
                {
                    pool.Distrust();
                }

                return;
            }

            Lost(c, outcome.Attempt.Failure!.Message);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Lost(c, PageText.Clean(e.Message));
        }
        finally
        {
            together.End(running);
            if (session is not null)
            {
                pool.Return(session, reusable);
            }
        }
    }

    /// <summary>Sessions expire; signing in again before the retry is not the application's fault, and is told in the first attempt.</summary>
    private async Task<string?> StateAsync(CaseProgress c, Uri target, SessionSource source, CancellationToken cancellationToken) => c switch
    {
        { Case.Anonymous: true } => null,
        { ExpiredState: { } expired } => (await sessions.RenewAsync(source, target, expired, cancellationToken)).State,
        _ => await sessions.StorageStateAsync(source, target, cancellationToken),
    };

    /// <summary>
    /// The browser went down, and with it every case in it. Which of them was to blame shows when each runs alone:
    /// the first loss is not counted, a second one is the case's own.
    /// </summary>
    private void Lost(CaseProgress c, string message)
    {
        LogLost(c.Case.Id, message);
        if (c.BrowserLost)
        {
            c.Add(new()
            {
                Number = c.NextNumber,
                Passed = false,
                StartedAt = clock.GetUtcNow(),
                Milliseconds = 0,
                Failure = new(FailureClass.Environment, -1, $"The browser failed: {message}"),
            });
        }

        c.BrowserLost = true;
    }

    [LoggerMessage(1301, LogLevel.Warning, "Case {CaseId}: the browser failed during an attempt: {Reason}")]
    private partial void LogLost(string caseId, string reason);
}
