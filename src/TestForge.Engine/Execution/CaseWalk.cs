using System.Diagnostics;
using TestForge.Engine.Browser;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Steps;
using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Does the steps of one attempt. Where a locator has drifted and is healed, it goes on with the new one from there.</summary>
internal sealed class CaseWalk(
    TestPlan plan,
    TestCase testCase,
    BrowserSession session,
    StepDriver driver,
    AttemptEvidence evidence,
    CaseJudge judge,
    PrintTaker prints,
    PageTaker pages,
    FingerprintBook book,
    AttemptHeals? heals,
    TimeSpan deadline)
{
    // What went wrong since the last thing that was done may be why the next cannot be.
    private int _requests;
    private int _entries;

    public List<StepResult> Steps { get; private set; } = [];

    /// <summary>The pages on which something was healed.</summary>
    public List<ArtifactRef> Evidence { get; } = [];

    /// <summary>The failure where it was judged on the way; null where there is none, or it is still to be judged.</summary>
    public Failure? Judged { get; private set; }

    /// <summary>Returns the step that failed, or null.</summary>
    public async Task<FailedStep?> RunAsync(CancellationToken limit, CancellationToken stop)
    {
        var failed = await StepsAsync(0, limit, stop);
        while (failed is { SessionExpired: false, Outcome: { Trouble: StepTrouble.NotOne, ElementId: { } element } } && heals is not null && heals.MayHeal(element))
        {
            // Only what nothing else explains has drifted.
            var failure = await judge.DecideAsync(await judge.LookAsync(failed, stop), failed, stop);
            if (failure is not { Class: FailureClass.LocatorDrift, PageFacts: { } facts } || !await heals.HealAsync(failure, element, facts, stop))
            {
                Judged = failure;
                break;
            }

            Evidence.AddRange(await evidence.KeepAsync(failed: true, traced: false, compared: null, stop));
            Steps.RemoveAt(Steps.Count - 1);
            failed = await StepsAsync(failed.Index, limit, stop);
        }

        heals?.End(passed: failed is null);
        if (heals?.Suggested is { } drift)
        {
            Steps = [.. Steps.Where(s => s.Index < drift.StepIndex), new(drift.StepIndex, false, 0)];
            Judged = drift;
        }

        return failed;
    }

    private async Task<FailedStep?> StepsAsync(int first, CancellationToken limit, CancellationToken stop)
    {
        for (var i = first; i < testCase.Steps.Count; i++)
        {
            var action = testCase.Steps[i].Action;
            var (requests, entries) = (session.Recorder.FailedRequests.Count, session.Recorder.Console.Count);
            var path = PathOf(session.Page.Url);
            var started = Stopwatch.GetTimestamp();
            Task<string?>? print = null;
            StepOutcome outcome;
            try
            {
                await (heals?.PrepareAsync(action, limit) ?? Task.CompletedTask);
                await (action.IsCheck ? Task.CompletedTask : prints.PictureAsync(action, limit));
                print = prints.Begin(action, limit);
                outcome = await driver.PerformAsync(action, limit);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                outcome = new(StepTrouble.TooLong, $"The case did not end within {deadline.TotalSeconds:0} s.");
            }

            Steps.Add(new(i, outcome.Passed, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            if (!outcome.Passed)
            {
                var failed = new FailedStep(testCase, i, outcome, _requests, _entries, book.LastAt(plan, testCase, i), PrintOf(action), SessionExpired: false);
                return failed with { SessionExpired = judge.Expired(failed) };
            }

            (_requests, _entries) = action.IsCheck ? (_requests, _entries) : (requests, entries);

            // A check may have waited for another page; an action was done on the one that was there.
            await prints.PassedAsync(action, print, action.IsCheck ? PathOf(session.Page.Url) : path, limit);
            await pages.PassedAsync(action, limit);
        }

        return null;
    }

    private ElementFingerprint? PrintOf(StepAction action) =>
        action.Element is { } id && plan.Elements.FirstOrDefault(e => e.Id == id) is { } element ? book.Newest(plan, element) : null;

    private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath : url;
}
