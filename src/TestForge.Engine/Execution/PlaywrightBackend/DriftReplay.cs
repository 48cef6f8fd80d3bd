using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Steps;
using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>
/// Repeats a case whose locator drifted in this process, to see the page as it was. The runner leaves pictures of it,
/// but a healer needs its elements, and whether it was drift at all only the page shows. The verdict stays the runner's.
/// </summary>
internal sealed class DriftReplay(SessionStates sessions, SessionPool pool, IArtifactStore artifacts, FingerprintBook book, IOptions<ExecutionOptions> options, TimeProvider clock)
{
    /// <summary>Adds to each result that failed for a drifted locator what was seen; one that does not fail there again stays as it is.</summary>
    public async Task<IReadOnlyList<CaseResult>> WithPagesAsync(
        TestPlan plan, ExecuteInput input, IReadOnlyList<CaseResult> results, CancellationToken cancellationToken)
    {
        var replays = new Dictionary<string, Failure?>();
        var completed = new List<CaseResult>();
        foreach (var result in results)
        {
            if (result is { Verdict: Verdict.Failed, Attempts: [.., { Failure: { Class: FailureClass.LocatorDrift, ElementId: { } element } failure } last] })
            {
                if (!replays.TryGetValue(element, out var replay))
                {
                    replays[element] = replay = await ReplayAsync(plan, input, plan.Cases.First(c => c.Id == result.CaseId), element, cancellationToken);
                }

                completed.Add(replay is null ? result : With(result, last with { Failure = failure with { Class = replay.Class, Evidence = replay.Evidence, PageFacts = replay.PageFacts } }));
            }
            else
            {
                completed.Add(result);
            }
        }

        return completed;
    }

    private static CaseResult With(CaseResult result, Attempt last)
    {
        Attempt[] attempts = [.. result.Attempts.SkipLast(1), last];
        return result with { Attempts = attempts, Diagnosis = CaseTriage.Of(attempts, besides: null) };
    }

    private async Task<Failure?> ReplayAsync(TestPlan plan, ExecuteInput input, TestCase testCase, string element, CancellationToken cancellationToken)
    {
        try
        {
            var state = testCase.Anonymous ? null : await sessions.StorageStateAsync(input.Session, plan.Target, cancellationToken);
            var session = await pool.TakeAsync(state, wanted: 0, mayBeUsed: false, cancellationToken);
            try
            {
                var locators = plan.Elements.ToDictionary(e => e.Id, e => e.Locator);
                foreach (var patch in input.Patches)
                {
                    locators[patch.ElementId] = patch.Locator;
                }

                var attempts = new CaseAttempt(plan, input.Session, locators, artifacts, book, clock, options.Value);
                var outcome = await attempts.RunAsync(session.Session, new(testCase, 1, state, LooksLate: false), cancellationToken);
                return outcome.Attempt.Failure is { } failure && failure.ElementId == element ? failure : null;
            }
            finally
            {
                pool.Return(session, target: null);
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Without a view of the page nothing can be healed; the failure stands as it is.
            return null;
        }
    }
}
