using System.Diagnostics;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Does the steps of one attempt. Where a locator has drifted and is healed, it goes on with the new one from there.</summary>
internal sealed class CaseWalk(
    AttemptOrder order,
    StepDriver driver,
    AttemptEvidence evidence,
    FailureSigns signs,
    AttemptHeals? heals,
    Func<Failure, bool> expired,
    TimeSpan deadline)
{
    public List<StepResult> Steps { get; private set; } = [];

    /// <summary>The pages on which something was healed.</summary>
    public List<ArtifactRef> Evidence { get; } = [];

    public FailureSigns Signs => signs;

    /// <summary>Whether the failure was looked at for signs already.</summary>
    public bool Judged { get; private set; }

    public async Task<(Failure? Failure, ComparedPictures? Pictures)> RunAsync(CancellationToken limit, CancellationToken stop)
    {
        var (failure, pictures) = await StepsAsync(0, limit, stop);
        while (failure is { Class: FailureClass.LocatorDrift, ElementId: { } element } && heals is not null && heals.MayHeal(element) && !expired(failure))
        {
            // What only comes late has not drifted.
            var looked = await signs.AddAsync(evidence.Hide(failure), order, stop);
            failure = looked;
            if (looked.Class != FailureClass.LocatorDrift
                || await evidence.FactsAsync(stop) is not { } facts
                || !await heals.HealAsync(looked with { PageFacts = facts }, element, facts, stop))
            {
                Judged = true;
                break;
            }

            Evidence.AddRange(await evidence.KeepAsync(failed: true, traced: false, compared: null, stop));
            Steps.RemoveAt(Steps.Count - 1);
            (failure, pictures) = await StepsAsync(looked.StepIndex, limit, stop);
        }

        // A healed locator that was refused on the page is there, so there is nothing to wait for.
        Judged |= failure is { Class: FailureClass.LocatorDrift, ElementId: { } refused } && heals?.Uses(refused) == true;
        heals?.End(passed: failure is null);
        if (heals?.Suggested is not { } drift)
        {
            return (failure, pictures);
        }

        Steps = [.. Steps.Where(s => s.Index < drift.StepIndex), new(drift.StepIndex, false, 0)];
        Judged = true;
        return (drift, null);
    }

    private async Task<(Failure? Failure, ComparedPictures? Pictures)> StepsAsync(int first, CancellationToken limit, CancellationToken stop)
    {
        for (var i = first; i < order.Case.Steps.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var action = order.Case.Steps[i].Action;
            StepOutcome outcome;
            try
            {
                await (heals?.PrepareAsync(action, limit) ?? Task.CompletedTask);
                outcome = await driver.PerformAsync(action, limit);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                outcome = new(false, FailureClass.Timing, $"The case did not end within {deadline.TotalSeconds:0} s.");
            }

            Steps.Add(new(i, outcome.Passed, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            if (!outcome.Passed)
            {
                return (new(outcome.Class, i, outcome.Message, outcome.Expected, outcome.Actual, outcome.ElementId), outcome.Pictures);
            }
        }

        return (null, null);
    }
}
