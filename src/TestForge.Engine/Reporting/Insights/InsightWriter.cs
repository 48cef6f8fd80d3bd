using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>Says what a run means: by the model where it is asked and its sentences stand, else by rules. Verdict, score, gates, risk and advice are never the model's.</summary>
internal sealed class InsightWriter(IClaude claude, IOptions<ClaudeOptions> options, IOptions<ReportingOptions> reporting)
{
    public async Task<ReportInsights> WriteAsync(RunReport report, CancellationToken cancellationToken)
    {
        var evidence = EvidenceBuilder.Build(report);
        var (risk, advice) = DeploymentRules.Decide(report);
        var byRules = new ReportInsights { Risk = risk, Advice = advice, Sections = new RuleInsights(report, evidence, advice).Write() };
        if (WhyNotAsked(report) is { } why)
        {
            return byRules with { WhyRules = why };
        }

        var check = new ClaimCheck(evidence, report, advice);
        var deadline = TimeSpan.FromSeconds(reporting.Value.InsightSeconds);
        var result = await claude.AskAsync<InsightAnswer>(
            options.Value.Scope, InsightPrompt.Of(evidence, risk, advice, deadline, report.RunId.ToString()), check.FaultsOf, cancellationToken);
        if (result.Answer is not { } answer)
        {
            return byRules with { WhyRules = $"The language model was asked and its answer was not to be had ({result.Code}): {result.Reason}" };
        }

        var (sections, faults) = check.Sift(answer);
        return byRules with { Model = options.Value.Model, Sections = sections, Removed = faults.Count, RemovedBecause = [.. faults.Distinct()] };
    }

    private string? WhyNotAsked(RunReport report) => report switch
    {
        _ when !claude.IsEnabled => $"The language model was not asked. {options.Value.WhyOff}",
        { Totals.Ran: 0 } => "No test ran, so the language model was not asked.",
        { Interrupted: true } => "The run was stopped, so the language model was not asked.",
        _ when report.Cases.All(c => c.Verdict is Verdict.Passed or Verdict.NotRun) && report.Totals.Findings == 0 && report.Gates.All(g => g.Met) =>
            "Every test that ran passed and nothing was found, so the language model was not asked.",
        _ => null,
    };
}
