using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Names why a case failed at least once. Pure; claims nothing that its attempts do not show.</summary>
internal static class CauseFinder
{
    private static readonly CauseKind[] Strongest = [CauseKind.Environment, CauseKind.Data, CauseKind.Timing, CauseKind.Order];

    /// <param name="attempts">All attempts that count for the verdict.</param>
    /// <param name="again">What a repetition beside the same cases showed, or null.</param>
    public static Cause? Of(IReadOnlyList<Attempt> attempts, Cause? again)
    {
        var failed = attempts.Where(a => a.Failure is not null).ToArray();
        if (failed.Length == 0 || failed.All(a => a.Failure!.Class == FailureClass.LocatorDrift))
        {
            // What drifted is the healer's to explain.
            return null;
        }

        var passed = attempts.FirstOrDefault(a => a.Passed);
        var signs = failed.SelectMany(a => (a.Failure!.Signs ?? []).Concat(ServerErrors(a, passed))).Concat(again is null ? [] : [again]).ToArray();
        return Strongest.Select(kind => signs.FirstOrDefault(s => s.Kind == kind)).FirstOrDefault(s => s is not null) ?? Unknown(failed, passed);
    }

    // A request that fails in the attempt that passed too explains nothing.
    private static IEnumerable<Cause> ServerErrors(Attempt failed, Attempt? passed) => passed is null ? [] : failed.FailedRequests
        .Where(r => r.Status is >= 500 or 0 && !passed.FailedRequests.Any(p => (p.Url, p.Method) == (r.Url, r.Method)))
        .Select(r => new Cause(CauseKind.Environment, $"{r.Method} {r.Url} failed ({(r.Status > 0 ? $"status {r.Status}" : r.Reason)}) in the attempt that failed, and not in the one that passed."));

    private static Cause Unknown(Attempt[] failed, Attempt? passed) => new(CauseKind.Unknown, (passed, failed) switch
    {
        (not null, [{ ContextServedBefore: true }, ..]) => "It failed once, in a context that another case had used and that was made like new, and passed alone in a new one; nothing else seen in the attempts says why.",
        (not null, _) => "It failed once and passed alone; nothing seen in the attempts says why.",
        (null, [var first, .., var last]) when first.Failure!.StepIndex == last.Failure!.StepIndex => "It failed at the same step each time, alone too. That points at the application or the test, not at chance.",
        _ => "Nothing seen in its attempts says why.",
    });
}
