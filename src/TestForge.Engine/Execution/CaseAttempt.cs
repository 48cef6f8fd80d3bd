using System.Diagnostics;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Makes one attempt of a case in a fresh context: its steps, its deadline and its evidence.</summary>
internal sealed class CaseAttempt(
    TestPlan plan,
    SessionSource source,
    IReadOnlyDictionary<string, LocatorSpec> locators,
    IArtifactStore artifacts,
    TimeProvider clock,
    ExecutionOptions options,
    IReadOnlyList<LocatorPatch> patches)
{
    private readonly PlanBaselines _baselines = new(plan, artifacts);
    private readonly Dictionary<string, ElementFingerprint> _healed = plan.Elements.Where(e => patches.Any(p => p.ElementId == e.Id)).ToDictionary(e => e.Id, e => e.Print);
    private readonly TimeSpan _deadline = TimeSpan.FromSeconds(options.CaseTimeoutSeconds);

    /// <summary>Whether an attempt leaves something at its tab that answers what later pages show.</summary>
    public bool LeavesHandlers => plan.Consent is not null;

    /// <param name="session">A context that is new or like new.</param>
    /// <param name="order">What to do.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<AttemptOutcome> RunAsync(BrowserSession session, AttemptOrder order, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        var evidence = new AttemptEvidence(session, artifacts, CaseSecrets.Of(order.Case), locators);
        if (order.Traced)
        {
            await evidence.StartTraceAsync(order.Case.Title, cancellationToken);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_deadline);
        var steps = new List<StepResult>();
        var driver = new StepDriver(session, plan.Target, locators, new() { Check = TimeSpan.FromSeconds(options.CheckTimeoutSeconds) }, plan.Consent, _baselines, _healed);
        var (failure, pictures) = await StepsAsync(driver, order.Case, steps, limit.Token, cancellationToken);
        var milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds;
        var expired = failure is not null && Expired(failure, session, order);
        if (failure is not null)
        {
            failure = evidence.Hide(expired ? failure with { Class = FailureClass.Environment, Message = $"The session has expired: the application asked to sign in again. {failure.Message}" } : failure);
            failure = failure.Class == FailureClass.LocatorDrift ? failure with { PageFacts = await evidence.FactsAsync(cancellationToken) } : failure;
        }

        var kept = await evidence.KeepAsync(failure is not null, order.Traced, pictures, cancellationToken);
        failure = failure is null ? null : await new FailureSigns(driver, session, options).AddAsync(failure, order, cancellationToken);
        var attempt = new Attempt
        {
            Number = order.Number,
            Passed = failure is null,
            StartedAt = startedAt,
            Milliseconds = milliseconds,
            Steps = steps,
            Failure = failure,
            Console = evidence.Console,
            FailedRequests = evidence.FailedRequests,
            Evidence = kept,
        };
        return new(attempt, expired);
    }

    /// <summary>A page that asks to sign in explains every failure on it: no locator drifted there.</summary>
    private bool Expired(Failure failure, BrowserSession session, AttemptOrder order)
    {
        var requested = order.Case.Steps.Take(failure.StepIndex + 1).Select(s => s.Action).OfType<StepAction.Navigate>().LastOrDefault();
        return order.State is not null && requested is not null
            && SessionStates.Expired(source, plan.Target, new Uri(plan.Target, requested.Path).AbsoluteUri, session.Page.Url);
    }

    private async Task<(Failure? Failure, ComparedPictures? Pictures)> StepsAsync(StepDriver driver, TestCase testCase, List<StepResult> steps, CancellationToken limit, CancellationToken stop)
    {
        for (var i = 0; i < testCase.Steps.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            StepOutcome outcome;
            try
            {
                outcome = await driver.PerformAsync(testCase.Steps[i].Action, limit);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                outcome = new(false, FailureClass.Timing, $"The case did not end within {_deadline.TotalSeconds:0} s.");
            }

            steps.Add(new(i, outcome.Passed, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            if (!outcome.Passed)
            {
                return (new(outcome.Class, i, outcome.Message, outcome.Expected, outcome.Actual, outcome.ElementId), outcome.Pictures);
            }
        }

        return (null, null);
    }
}
