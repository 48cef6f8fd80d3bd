using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Runs cases in this process: one browser, a fresh context for each case, failed cases once more by themselves.</summary>
internal sealed partial class InProcessBackend(
    BrowserHost browser,
    SessionStates sessions,
    WorkerGate gate,
    SessionPool pool,
    IArtifactStore artifacts,
    IRunEvents events,
    IOptions<ExecutionOptions> options,
    TimeProvider clock,
    ILogger<InProcessBackend> logger) : IExecutionBackend
{
    private readonly CaseAttempt _attempts = new(artifacts, clock, TimeSpan.FromSeconds(options.Value.CaseTimeoutSeconds));

    public string Name => ExecutionBackends.InProcess;

    public async Task<RunResults> RunAsync(TestPlan plan, ExecuteInput input, CancellationToken cancellationToken)
    {
        var cases = plan.Cases.Where(c => input.CaseIds.Contains(c.Id)).ToArray();
        var locators = LocatorsOf(plan, input.Patches);
        var results = new ConcurrentDictionary<string, CaseResult>();
        var state = await sessions.StorageStateAsync(input.Session, plan.Target, cancellationToken);
        try
        {
            await Task.WhenAll(cases.Select(c => RunCaseAsync(plan, c, locators, input, state, results, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What finished is kept; the rest is told as not run.
        }

        return new()
        {
            Backend = Name,
            Browser = $"Chromium {(await browser.BrowserAsync(CancellationToken.None)).Version}",
            Cases = [.. cases.Select(c => results.GetValueOrDefault(c.Id) ?? new(c.Id, Verdict.NotRun, []))],
            Interrupted = cancellationToken.IsCancellationRequested,
        };
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

    private async Task RunCaseAsync(
        TestPlan plan,
        TestCase testCase,
        Dictionary<string, LocatorSpec> locators,
        ExecuteInput input,
        string? state,
        ConcurrentDictionary<string, CaseResult> results,
        CancellationToken cancellationToken)
    {
        await gate.EnterAsync(cancellationToken);
        try
        {
            var signedIn = testCase.Anonymous ? null : state;
            var attempts = new List<Attempt> { await AttemptAsync(plan, testCase, locators, signedIn, 1, cancellationToken) };

            // A locator that finds nothing finds nothing again: that is for the healer, not for a retry.
            if (attempts[0].Failure is { Class: not FailureClass.LocatorDrift })
            {
                signedIn = await RenewedAsync(plan, testCase, input, signedIn, cancellationToken);
                attempts.Add(await AttemptAsync(plan, testCase, locators, signedIn, 2, cancellationToken));
            }

            var patched = input.Patches.Select(p => p.ElementId).Where(id => testCase.Steps.Any(s => s.Action.Element == id)).ToArray();
            var result = new CaseResult(testCase.Id, VerdictOf(attempts, patched.Length > 0), [.. attempts.Select(a => a with { HealedElements = patched })]);
            results[testCase.Id] = result;
            events.Publish(new RunEvent.CaseFinished(testCase.Id, testCase.Title, result.Verdict, attempts.Sum(a => a.Milliseconds), attempts[^1].Failure?.Message));
        }
        finally
        {
            gate.Leave();
        }
    }

    private static Verdict VerdictOf(List<Attempt> attempts, bool patched) => (attempts[^1].Passed, attempts.Count, patched) switch
    {
        (false, _, _) => Verdict.Failed,
        (true, > 1, _) => Verdict.Flaky,
        (true, _, true) => Verdict.Healed,
        _ => Verdict.Passed,
    };

    private async Task<Attempt> AttemptAsync(
        TestPlan plan, TestCase testCase, Dictionary<string, LocatorSpec> locators, string? state, int number, CancellationToken cancellationToken)
    {
        try
        {
            var session = await pool.TakeAsync(state, cancellationToken);
            try
            {
                return await _attempts.RunAsync(session, testCase, plan.Target, locators, number, traced: number > 1, cancellationToken);
            }
            finally
            {
                pool.Return(session);
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogLost(testCase.Id, e);
            return new()
            {
                Number = number,
                Passed = false,
                StartedAt = clock.GetUtcNow(),
                Milliseconds = 0,
                Failure = new(FailureClass.Environment, -1, $"The browser failed: {PageText.Clean(e.Message)}"),
            };
        }
    }

    /// <summary>A session that has expired half-way is no fault of the application: sign in again before the retry.</summary>
    private async Task<string?> RenewedAsync(TestPlan plan, TestCase testCase, ExecuteInput input, string? state, CancellationToken cancellationToken)
    {
        if (state is null || input.Session.Login is null || testCase.Anonymous)
        {
            return state;
        }

        await sessions.RenewAsync(input.Session, plan.Target, sessions.Generation, cancellationToken);
        return await sessions.StorageStateAsync(input.Session, plan.Target, cancellationToken);
    }

    [LoggerMessage(1301, LogLevel.Warning, "Case {CaseId}: the browser failed during an attempt")]
    private partial void LogLost(string caseId, Exception exception);
}
