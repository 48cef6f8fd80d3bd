using TestForge.Engine.Browser;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Steps;
using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Makes one attempt of a case in a fresh context: its steps, its deadline and its evidence.</summary>
internal sealed class CaseAttempt(
    TestPlan plan,
    SessionSource source,
    IReadOnlyDictionary<string, LocatorSpec> locators,
    IArtifactStore artifacts,
    FingerprintBook book,
    TimeProvider clock,
    ExecutionOptions options,
    DriftHealer? healer = null,
    HealSight? sight = null)
{
    private readonly PlanBaselines _baselines = new(plan, artifacts);
    private readonly KnownFaults _known = new(plan);
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
        var secrets = CaseSecrets.Of(order.Case, session.Variables);
        var evidence = new AttemptEvidence(session, artifacts, secrets, own);
        if (order.Traced)
        {
            await evidence.StartTraceAsync(order.Case.Title, cancellationToken);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_deadline);
        var patience = TimeSpan.FromSeconds(options.CheckTimeoutSeconds);
        var healed = plan.Elements.Where(e => own[e.Id] != e.Locator).ToDictionary(e => e.Id, e => e.Print);
        var driver = new StepDriver(session, plan.Target, own, new() { Check = patience }, plan.Consent, _baselines, healed);
        var heals = healer is null ? null : new AttemptHeals(healer, session.Page, own, healed, sight, order.Case.Id, patience);
        var judge = new CaseJudge(session, driver, order, evidence, _known, plan.Target, source, options);
        var prints = new PrintTaker(plan, own, book, driver, secrets.HideInJson, mayPicture: !secrets.Any);
        var pages = new PageTaker(plan, book, session, prints.Sight, secrets.HideInJson);
        var walk = new CaseWalk(plan, order.Case, session, driver, evidence, judge, prints, pages, book, heals, _deadline);
        var failed = await walk.RunAsync(limit.Token, cancellationToken);
        var milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds;
        var seen = failed is null || walk.Judged is not null ? null : await judge.LookAsync(failed, cancellationToken);
        var pictures = heals?.Suggested is null ? failed?.Outcome.Pictures : null;
        var kept = await evidence.KeepAsync(failed is not null && heals?.Suggested is null, order.Traced, pictures, cancellationToken);
        var failure = seen is null ? walk.Judged : await judge.DecideAsync(seen, failed!, cancellationToken);
        if (failure is null)
        {
            book.Passed(plan, order.Case, prints.Sight);
        }

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
        return new(attempt, failed?.SessionExpired == true);
    }
}
