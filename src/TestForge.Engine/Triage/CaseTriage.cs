using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>Puts a case that failed at least once into one class, by all its attempts together. Pure.</summary>
internal static class CaseTriage
{
    /// <summary>Classes that explain by themselves why a case may pass another time.</summary>
    private static readonly FailureClass[] Passing = [FailureClass.Environment, FailureClass.Data, FailureClass.Timing, FailureClass.Overlay];

    /// <param name="attempts">All attempts that count for the verdict.</param>
    /// <param name="besides">What a repetition beside the same cases showed, or null.</param>
    public static Diagnosis? Of(IReadOnlyList<Attempt> attempts, string? besides)
    {
        var failed = attempts.Where(a => a.Failure is not null).ToArray();
        if (failed.Length == 0)
        {
            return null;
        }

        return attempts[^1].Passed ? OfPassed(failed, attempts[^1], besides) : OfFailed(failed);
    }

    private static Diagnosis OfPassed(Attempt[] failed, Attempt passed, string? besides)
    {
        var explained = failed.Select(DiagnosisOf).FirstOrDefault(d => Passing.Contains(d.Class));
        var server = failed.SelectMany(f => ServerErrors(f, passed)).FirstOrDefault();
        return (explained, server, besides) switch
        {
            ({ } diagnosis, _, _) => With(diagnosis, "It passed on a second try."),
            (_, { } error, _) => With(new(FailureClass.Environment, [error]), [.. DiagnosisOf(failed[^1]).Evidence]),
            (_, _, { } order) => With(new(FailureClass.Flaky, [order]), [.. DiagnosisOf(failed[^1]).Evidence]),
            _ => With(new(FailureClass.Flaky, [Chance(failed[0])]), [.. DiagnosisOf(failed[^1]).Evidence]),
        };
    }

    private static Diagnosis OfFailed(Attempt[] failed)
    {
        var diagnosis = failed.Select(DiagnosisOf).LastOrDefault(d => d.Class != FailureClass.Unknown) ?? DiagnosisOf(failed[^1]);
        return failed.Length > 1 && failed[0].Failure!.StepIndex == failed[^1].Failure!.StepIndex
            ? With(diagnosis, "It failed at the same step each time, alone too.")
            : diagnosis;
    }

    // A request that fails in the attempt that passed too explains nothing.
    private static IEnumerable<string> ServerErrors(Attempt failed, Attempt passed) => failed.FailedRequests
        .Where(r => r.Status is >= 500 or 0 && !passed.FailedRequests.Any(p => (p.Url, p.Method) == (r.Url, r.Method)))
        .Select(r => $"{r.Method} {r.Url} failed ({(r.Status > 0 ? $"status {ErrorPage.Name(r.Status)}" : r.Reason)}) in the attempt that failed, and not in the one that passed.");

    private static string Chance(Attempt failed) => failed.ContextServedBefore
        ? "It failed once, in a context that another case had used and that was made like new, and passed alone in a new one; nothing else seen in the attempts says why."
        : "It failed once and passed alone; nothing seen in the attempts says why.";

    private static Diagnosis DiagnosisOf(Attempt failed) => new(failed.Failure!.Class, failed.Failure.Evidence ?? [failed.Failure.Message]);

    private static Diagnosis With(Diagnosis diagnosis, params string[] more) => diagnosis with { Evidence = [.. diagnosis.Evidence.Concat(more).Distinct()] };
}
