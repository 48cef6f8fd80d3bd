using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Says of a step that failed what kind of failure it is.</summary>
internal sealed class CaseJudge(
    BrowserSession session, StepDriver driver, AttemptOrder order, AttemptEvidence evidence, KnownFaults known, Uri target, SessionSource source, ExecutionOptions options)
{
    private readonly FailureWitness _witness = new(session, driver, target, known);

    /// <summary>A page that asks to sign in explains every failure on it: no locator drifted there.</summary>
    public bool Expired(FailedStep failed)
    {
        var requested = order.Case.Steps.Take(failed.Index + 1).Select(s => s.Action).OfType<StepAction.Navigate>().LastOrDefault();
        return order.State is not null && requested is not null
            && SessionStates.Expired(source, target, new Uri(target, requested.Path).AbsoluteUri, session.Page.Url);
    }

    /// <summary>What can be seen without doing anything to the page.</summary>
    public Task<FailureEvidence> LookAsync(FailedStep failed, CancellationToken cancellationToken) => _witness.LookAsync(failed, cancellationToken);

    /// <summary>Decides. What comes by and by is watched for only where nothing else explains the failure.</summary>
    public async Task<Failure> DecideAsync(FailureEvidence seen, FailedStep failed, CancellationToken cancellationToken)
    {
        var diagnosis = FailureTriage.Of(seen);
        if (diagnosis.Class is not (FailureClass.Environment or FailureClass.Data))
        {
            var limit = TimeSpan.FromSeconds(order.LooksLate ? options.LateLookSeconds : 0);
            diagnosis = FailureTriage.Of(await _witness.WatchAsync(seen, failed, limit, cancellationToken));
        }

        var outcome = failed.Outcome;
        var message = failed.SessionExpired ? $"The session has expired: the application asked to sign in again. {outcome.Message}" : outcome.Message;
        var failure = evidence.Hide(new(
            diagnosis.Class, failed.Index, message, outcome.Expected, outcome.Actual, outcome.ElementId, Evidence: diagnosis.Evidence));
        return failure.Class == FailureClass.LocatorDrift ? failure with { PageFacts = await evidence.FactsAsync(cancellationToken) } : failure;
    }
}
