using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>Finds the element a broken locator used to point at and proposes a locator for it, or says why it does not.</summary>
internal sealed partial class HealStage(IArtifactStore artifacts, IOptions<HealingOptions> options, ILogger<HealStage> logger) : IStage<HealInput, HealOutput>
{
    private const int CandidatesKept = 5;

    public async Task<HealOutput> ExecuteAsync(HealInput input, CancellationToken cancellationToken)
    {
        var plan = await artifacts.GetJsonAsync<TestPlan>(input.Plan, cancellationToken);
        var element = plan.Elements.FirstOrDefault(e => e.Id == input.ElementId)
            ?? throw new StageException("plan.unknown_element", $"The plan has no element '{input.ElementId}'. Correct test-plan.json or design it again.", retryable: false);
        var facts = await artifacts.GetJsonAsync<PageFacts>(input.PageFacts, cancellationToken);

        var memory = input.Memory is null ? new() : await artifacts.GetJsonAsync<HealMemory>(input.Memory, cancellationToken);
        var reviewed = new ReviewedHeals(memory, element, plan.PathOf(element), facts);
        var decided = reviewed.Approved() ?? reviewed.Tell(Decide(element, KnownElements.Beside(element, plan), reviewed.Left));
        var record = decided with
        {
            ElementName = element.Name,
            Page = plan.PathOf(element),
            CaseIds = input.CaseIds,
            Uses = [.. plan.Cases.Where(c => c.Uses(element.Id)).Select(c => c.Id)],
        };
        LogDecision(input.RunId, element.Id, record.Decision, record.Score, record.Margin);
        return new(record);
    }

    private HealRecord Decide(PlanElement element, KnownElements known, PageFacts facts)
    {
        if (element.Locator.IsBound || !IsKnown(element.Print))
        {
            return new()
            {
                ElementId = element.Id,
                Decision = HealDecision.Refused,
                Old = element.Locator,
                Before = element.Print,
                Candidates = [],
                Reason = "The test finds it by what it has made or by its place alone, so nothing tells another element from it.",
            };
        }

        var page = new PageIndex(facts.Elements.Select(e => e.Print));
        var elements = facts.Elements.ToDictionary(e => e.Print, (IEqualityComparer<ElementFingerprint>)ReferenceEqualityComparer.Instance);
        var alike = ElementRanker.Default.Rank(element.Print, page, known.Around);
        RankedElement[] ranked = [.. alike.Where(r => Refusal(element, known, elements[r.Print]) is null).Take(CandidatesKept)];
        var record = new HealRecord
        {
            ElementId = element.Id,
            Decision = HealDecision.NotFound,
            Old = element.Locator,
            Before = element.Print,
            Candidates = [.. ranked.Select(r => new HealCandidate(r.Print, Math.Round(r.Score, 4), ElementRanker.Signals(element.Print, r.Print)))],
        };
        if (ranked is not [var best, ..] || best.Score < options.Value.MinScore)
        {
            return record with { Score = ranked is [var first, ..] ? first.Score : 0, Reason = WhyNotFound(element, known, alike, elements) };
        }

        // Two look-alikes are worse than none: a wrong heal turns a red test green.
        var margin = Math.Round(best.Score - (ranked is [_, var second, ..] ? second.Score : 0), 4);
        record = record with { Score = best.Score, Margin = margin, After = best.Print };
        if (margin < options.Value.MinMargin)
        {
            return record with { Decision = HealDecision.Ambiguous, Reason = $"Two elements are too alike to choose between: '{best.Print.Name}' and '{ranked[1].Print.Name}'." };
        }

        if (alike.FirstOrDefault(r => r.Claim == 0 && elements[r.Print].Visible && HealRules.Contradicts(element.Print, best.Print, r.Print)) is { } rival)
        {
            return record with { Decision = HealDecision.Ambiguous, Reason = $"Its names now belong to two elements: '{best.Print.Name}' and '{rival.Print.Name}'." };
        }

        var locator = NewLocator.For(best.Print, facts);
        return locator is null || locator.ToString() == element.Locator.ToString()
            ? record with { Decision = HealDecision.Refused, Reason = "The element was found, but no other locator finds it alone." }
            : record with { Decision = HealDecision.Healed, New = locator, Reason = Why(record.Candidates[0]) };
    }

    private static bool IsKnown(ElementFingerprint print) =>
        print.Name.Length > 0 || !string.IsNullOrEmpty(print.Id ?? print.TestId ?? print.NameAttribute ?? print.Label ?? print.Text ?? print.Placeholder ?? print.Alt ?? print.Title ?? print.Href);

    private static string? Refusal(PlanElement element, KnownElements known, FactsElement candidate) =>
        HealRules.Refusal(element.Print, candidate) ?? known.Claim(candidate.Print);

    private static string WhyNotFound(PlanElement element, KnownElements known, IReadOnlyList<RankedElement> alike, Dictionary<ElementFingerprint, FactsElement> elements) =>
        alike is [var best, ..] && Refusal(element, known, elements[best.Print]) is { } refusal
            ? $"The most similar element, '{best.Print.Name}', was refused: {refusal}."
            : "No element of the page is similar enough.";

    private static string Why(HealCandidate best)
    {
        var same = best.Signals.Where(s => s.Value >= 0.99).Select(s => s.Key).ToArray();
        var other = best.Signals.Where(s => s.Value < 0.5).Select(s => s.Key).ToArray();
        return $"The same: {Join(same)}. Another: {Join(other)}.";
    }

    private static string Join(string[] signals) => signals.Length == 0 ? "nothing" : string.Join(", ", signals);

    [LoggerMessage(1401, LogLevel.Information, "Run {RunId}: element {ElementId}: {Decision}, score {Score:F2}, margin {Margin:F2}")]
    private partial void LogDecision(Guid runId, string elementId, HealDecision decision, double score, double margin);
}
