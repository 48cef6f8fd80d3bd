using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>
/// Repeats a case whose locator drifted in this process, to see the page as it was. The runner leaves pictures of it,
/// but a healer needs its elements. The verdict stays the runner's.
/// </summary>
internal sealed class DriftReplay(SessionStates sessions, SessionPool pool, IArtifactStore artifacts, IOptions<ExecutionOptions> options, TimeProvider clock)
{
    /// <summary>Adds the page to each result that failed for a drifted locator; one whose drift does not show again stays as it is.</summary>
    public async Task<IReadOnlyList<CaseResult>> WithPagesAsync(
        TestPlan plan, ExecuteInput input, IReadOnlyList<CaseResult> results, CancellationToken cancellationToken)
    {
        var pages = new Dictionary<string, ArtifactRef?>();
        var completed = new List<CaseResult>();
        foreach (var result in results)
        {
            if (result is { Verdict: Verdict.Failed, Attempts: [.., { Failure: { Class: FailureClass.LocatorDrift, ElementId: { } element } failure } last] })
            {
                if (!pages.TryGetValue(element, out var page))
                {
                    pages[element] = page = await PageAsync(plan, input, plan.Cases.First(c => c.Id == result.CaseId), element, cancellationToken);
                }

                completed.Add(result with { Attempts = [.. result.Attempts.SkipLast(1), last with { Failure = failure with { PageFacts = page } }] });
            }
            else
            {
                completed.Add(result);
            }
        }

        return completed;
    }

    private async Task<ArtifactRef?> PageAsync(TestPlan plan, ExecuteInput input, TestCase testCase, string element, CancellationToken cancellationToken)
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

                var attempts = new CaseAttempt(plan, input.Session, locators, artifacts, clock, options.Value);
                var outcome = await attempts.RunAsync(session.Session, new(testCase, 1, state, LooksLate: false), cancellationToken);
                return outcome.Attempt.Failure is { Class: FailureClass.LocatorDrift } failure && failure.ElementId == element ? failure.PageFacts : null;
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
