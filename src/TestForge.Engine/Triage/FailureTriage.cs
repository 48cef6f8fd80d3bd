using System.Globalization;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>
/// Puts a failure into exactly one class. Pure. What explains most is asked first: on a page that the surroundings have
/// spoiled nothing is said of the locator, and what came late or was covered has not drifted. Drift is what is left when a
/// locator does not find one element on a healthy page.
/// </summary>
internal static class FailureTriage
{
    private static readonly Func<FailureEvidence, Diagnosis?>[] Rules =
    [
        SurroundingSigns.Of,
        PageSigns.OfData,
        e => e.Late is { } late ? Is(FailureClass.Timing, $"What the step waited for came {Milliseconds(late)} ms after its time was over.") : null,
        e => e.Trouble == StepTrouble.HealRefused ? Is(FailureClass.LocatorDrift, e.Message) : null,
        e => e.Trouble is StepTrouble.TooLong or StepTrouble.Restless ? Is(FailureClass.Timing, e.Message) : null,
        ViewportOf,
        UseSigns.Of,
        PageSigns.Of,
        e => e.Trouble == StepTrouble.NotOne ? Is(FailureClass.LocatorDrift, e.Message) : null,
        e => e.Trouble is StepTrouble.Mismatch or StepTrouble.Unusable ? Is(FailureClass.Assertion, e.Message) : null,
    ];

    public static Diagnosis Of(FailureEvidence evidence)
    {
        var diagnosis = Rules.Select(rule => rule(evidence)).FirstOrDefault(d => d is not null) ?? Is(FailureClass.Unknown, evidence.Message);
        return diagnosis with { Evidence = [.. diagnosis.Evidence.Concat(Facts(evidence)).Where(s => s.Length > 0).Distinct()] };
    }

    internal static Diagnosis Is(FailureClass failureClass, string evidence) => new(failureClass, [evidence]);

    private static Diagnosis? ViewportOf(FailureEvidence e) => (e.HoldsInDesignWindow, e.Obstacle) switch
    {
        (true, _) => Is(FailureClass.Viewport, $"In this window ({e.OtherWindow}) the step does not work, in the one that cases are designed in it does."),
        (_, Obstacle.OutOfView) => Is(FailureClass.Viewport, "The element lies outside of what the window can show."),
        _ => null,
    };

    /// <summary>What else is known, whatever it was decided by.</summary>
    private static IEnumerable<string> Facts(FailureEvidence e)
    {
        yield return e.Message;
        if (e.Status > 0)
        {
            yield return $"The page {e.At} was answered with status {ErrorPage.Name(e.Status)}.";
        }

        if (e.IsElsewhere)
        {
            yield return $"When the step last passed, the page was {e.LastAt}.";
        }

        foreach (var request in e.Requests)
        {
            yield return SurroundingSigns.Tell(request);
        }

        foreach (var exception in e.Exceptions.Take(1))
        {
            yield return $"The page's code broke off: {exception.Text}";
        }

        if (e.Page is { Over: { } over })
        {
            yield return $"Over the page lies {over}.";
        }
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
