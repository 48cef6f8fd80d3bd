using System.Collections.Frozen;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Triage.Opinions;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Runs cases with the backend asked for and stores what came of it.</summary>
internal sealed class ExecuteStage(IEnumerable<IExecutionBackend> backends, ClassOpinions opinions, IArtifactStore artifacts, IRunEvents events) : IStage<ExecuteInput, ExecuteOutput>
{
    private readonly FrozenDictionary<string, IExecutionBackend> _backends = backends.ToFrozenDictionary(b => b.Name);

    public async Task<ExecuteOutput> ExecuteAsync(ExecuteInput input, CancellationToken cancellationToken)
    {
        if (!_backends.TryGetValue(input.Backend, out var backend))
        {
            throw new StageException("execute.unknown_backend", $"There is no backend '{input.Backend}'. Choose one of: {string.Join(", ", _backends.Keys.Order())}.", retryable: false);
        }

        var plan = await artifacts.GetJsonAsync<TestPlan>(input.Plan, cancellationToken);
        if (!input.Trial)
        {
            events.Publish(new RunEvent.CasesPlanned(input.CaseIds.Count));
        }

        var results = Finished(input, input.FailuresLeft == 0 ? NoneOf(input) : await backend.RunAsync(plan, input, cancellationToken));
        if (!input.Trial && !results.Interrupted)
        {
            results = results with { Cases = await OpinionsAsync(plan, results.Cases, cancellationToken) };
        }

        var reference = await artifacts.PutJsonAsync(ArtifactKinds.RunResults, results, CancellationToken.None);
        if (!input.Trial)
        {
            Tell(plan, input.Patches, results);
        }

        return new(reference, [.. results.Cases.Select(OutcomeOf)], results.Interrupted, results.Heals);
    }

    private async Task<IReadOnlyList<CaseResult>> OpinionsAsync(TestPlan plan, IReadOnlyList<CaseResult> results, CancellationToken cancellationToken)
    {
        try
        {
            return await opinions.AddAsync(plan, results, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What ran is kept, whatever is still to be said of it.
            return results;
        }
    }

    /// <summary>A patch has proved itself when a case that uses it passed whole.</summary>
    private void Tell(TestPlan plan, IReadOnlyList<LocatorPatch> patches, RunResults results)
    {
        foreach (var heal in results.Heals.Where(h => h.New is not null))
        {
            events.Publish(new RunEvent.ElementHealed(heal.ElementId, heal.Old.ToString(), heal.New!.ToString(), heal.Proved));
        }

        foreach (var patch in patches)
        {
            var uses = results.Cases.Where(c => c.Attempts.Any(a => a.HealedElements.Contains(patch.ElementId))).ToArray();
            if (uses.Length > 0 && plan.Elements.FirstOrDefault(e => e.Id == patch.ElementId) is { } element)
            {
                events.Publish(new RunEvent.ElementHealed(element.Id, element.Locator.ToString(), patch.Locator.ToString(), uses.Any(c => c.Verdict == Verdict.Healed)));
            }
        }
    }

    private static RunResults NoneOf(ExecuteInput input) => new()
    {
        Backend = input.Backend,
        Cases = [.. input.CaseIds.Select(id => new CaseResult(id, Verdict.NotRun, []))],
    };

    /// <summary>Says why cases were not run, and which failures are borne.</summary>
    private static RunResults Finished(ExecuteInput input, RunResults results)
    {
        var reason = results.Interrupted || input.FailuresLeft is null ? NotRunReason.Stopped : NotRunReason.TooManyFailures;
        var quarantine = input.QuarantineById;
        return results with
        {
            Cases =
            [
                .. results.Cases.Select(c => c with
                {
                    Verdict = c.Verdict == Verdict.Failed && quarantine.ContainsKey(c.CaseId) ? Verdict.Quarantined : c.Verdict,
                    NotRunBecause = c.Verdict == Verdict.NotRun ? reason : null,
                    Quarantine = quarantine.GetValueOrDefault(c.CaseId),
                }),
            ],
        };
    }

    private static CaseOutcome OutcomeOf(CaseResult result) =>
        result is { Verdict: Verdict.Failed, Attempts: [.., { Failure: { Class: FailureClass.LocatorDrift, ElementId: { } element, PageFacts: { } facts } }] }
            ? new(result.CaseId, result.Verdict, element, facts)
            : new(result.CaseId, result.Verdict);
}
