using TestForge.Pipeline;

namespace TestForge.Engine.Baselines;

/// <summary>A part of a page that did not look as in its baseline when its case last failed.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Baseline">The name of the baseline.</param>
/// <param name="Platform">Browser and system.</param>
/// <param name="Picture">How it looked.</param>
/// <param name="Said">What differed, in words.</param>
public sealed record SeenPicture(string CaseId, string Baseline, string Platform, ArtifactRef Picture, string Said)
{
    /// <summary>All of a run, one for each baseline.</summary>
    public static IReadOnlyList<SeenPicture> In(TestPlan plan, RunResults results)
    {
        var cases = plan.Cases.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var seen = new Dictionary<string, SeenPicture>(StringComparer.Ordinal);
        foreach (var result in results.Cases.Where(c => c.Verdict is Verdict.Failed or Verdict.Quarantined))
        {
            if (result.Attempts is [.., { Failure: { } failure } attempt]
                && cases.GetValueOrDefault(result.CaseId)?.Steps.ElementAtOrDefault(failure.StepIndex)?.Action is StepAction.ExpectPicture check
                && attempt.Evidence.LastOrDefault(e => e.Kind == ArtifactKinds.ActualPicture) is { } picture
                && plan.Baselines.FirstOrDefault(b => b.Name == check.Baseline) is { } baseline)
            {
                seen[check.Baseline] = new(result.CaseId, check.Baseline, baseline.Platform, picture, failure.Actual ?? failure.Message);
            }
        }

        return [.. seen.Values.OrderBy(s => s.Baseline, StringComparer.Ordinal)];
    }
}
