using Microsoft.Extensions.Options;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage.Opinions;

/// <summary>
/// Asks the model what kind of failure it is where rules end in <see cref="FailureClass.Unknown"/>. The class stays unknown, and the opinion
/// stands beside it for people: a verdict, a retry or a heal that rested on a model's word could turn a red test green.
/// </summary>
internal sealed class ClassOpinions(IClaude claude, IOptions<ClaudeOptions> options)
{
    /// <summary>Of so many unknown failures at once, each further one teaches little.</summary>
    private const int MaxAsked = 10;

    /// <summary>The same results, with an opinion on each failure of unknown class that could be had.</summary>
    public async Task<IReadOnlyList<CaseResult>> AddAsync(TestPlan plan, IReadOnlyList<CaseResult> results, CancellationToken cancellationToken)
    {
        if (!claude.IsEnabled || !results.Any(IsOpen))
        {
            return results;
        }

        // What was seen alike is asked once.
        var tests = plan.Cases.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var failures = results.Where(IsOpen).Select(r => (r.CaseId, Failure: UnknownFailure.Of(tests.GetValueOrDefault(r.CaseId), r))).ToArray();
        var asked = await Task.WhenAll(failures.DistinctBy(f => f.Failure.Text).Take(MaxAsked).Select(async f => (f.Failure.Text, Opinion: await AskAsync(f.CaseId, f.Failure, cancellationToken))));
        var opinions = asked.ToDictionary(a => a.Text, a => a.Opinion, StringComparer.Ordinal);
        var byCase = failures.ToDictionary(f => f.CaseId, f => opinions.GetValueOrDefault(f.Failure.Text), StringComparer.Ordinal);
        return [.. results.Select(r => byCase.GetValueOrDefault(r.CaseId) is { } opinion ? r with { Diagnosis = r.Diagnosis! with { Opinion = opinion } } : r)];
    }

    private static bool IsOpen(CaseResult result) =>
        result is { Verdict: Verdict.Failed or Verdict.Quarantined, Diagnosis: { Class: FailureClass.Unknown, Opinion: null } };

    private async Task<ClassOpinion?> AskAsync(string caseId, UnknownFailure failure, CancellationToken cancellationToken)
    {
        var result = await claude.AskAsync<OpinionAnswer>(options.Value.Scope, OpinionPrompt.Of(failure, caseId), a => FaultsOf(a, failure), cancellationToken);
        return result.Answer is { Class: not FailureClass.Unknown } answer
            ? new(answer.Class, options.Value.Model, PageText.Clean(answer.Reason, 300), [.. answer.Lines.Select(failure.Line).OfType<string>().Distinct()])
            : null;
    }

    private static IReadOnlyList<string> FaultsOf(OpinionAnswer answer, UnknownFailure failure) => answer switch
    {
        { Class: FailureClass.Unknown } => [],
        { Class: FailureClass.Flaky } => ["class: flaky is told by attempts and is not to be chosen."],
        { Lines: [] } => ["lines: name the lines that show the class, or say unknown."],
        _ => [.. answer.Lines.Where(l => failure.Line(l) is null).Select(l => $"lines: there is no line '{l}'.")],
    };
}
