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
    DriftHealer? healer = null)
{
    private readonly PlanBaselines _baselines = new(plan, artifacts);
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
        var own = locators.ToDictionary();
        var evidence = new AttemptEvidence(session, artifacts, CaseSecrets.Of(order.Case), own);
        if (order.Traced)
        {
            await evidence.StartTraceAsync(order.Case.Title, cancellationToken);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_deadline);
        var patience = TimeSpan.FromSeconds(options.CheckTimeoutSeconds);
        var healed = plan.Elements.Where(e => own[e.Id] != e.Locator).ToDictionary(e => e.Id, e => e.Print);
        var driver = new StepDriver(session, plan.Target, own, new() { Check = patience }, plan.Consent, _baselines, healed);
        var heals = healer is null ? null : new AttemptHeals(healer, session.Page, own, healed, order.Case.Id, patience);
        var walk = new CaseWalk(order, driver, evidence, new(driver, session, options), heals, f => Expired(f, session, order), _deadline);
        var (failure, pictures) = await walk.RunAsync(limit.Token, cancellationToken);
        var milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds;
        var expired = failure is not null && Expired(failure, session, order);
        if (failure is not null)
        {
            failure = evidence.Hide(expired ? failure with { Class = FailureClass.Environment, Message = $"The session has expired: the application asked to sign in again. {failure.Message}" } : failure);
            failure = failure is { Class: FailureClass.LocatorDrift, PageFacts: null } ? failure with { PageFacts = await evidence.FactsAsync(cancellationToken) } : failure;
        }

        var kept = await evidence.KeepAsync(failure is not null && heals?.Suggested is null, order.Traced, pictures, cancellationToken);
        failure = failure is null || walk.Judged ? failure : await walk.Signs.AddAsync(failure, order, cancellationToken);
        var attempt = new Attempt
        {
            Number = order.Number,
            Passed = failure is null,
            StartedAt = startedAt,
            Milliseconds = milliseconds,
            Steps = walk.Steps,
            Failure = failure,
            Console = evidence.Console,
            FailedRequests = evidence.FailedRequests,
            Evidence = [.. walk.Evidence, .. kept],
            HealedElements = heals is { Suggested: null } ? heals.Elements : [],
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
}
