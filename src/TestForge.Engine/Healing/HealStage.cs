using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Healing.Identity;
using TestForge.Engine.Healing.Picking;
using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>Finds the element a broken locator used to point at and proposes a locator for it, or says why it does not.</summary>
internal sealed partial class HealStage(IArtifactStore artifacts, FingerprintBook book, LookAlikePicker picker, IOptions<HealingOptions> options, ILogger<HealStage> logger) : IStage<HealInput, HealOutput>
{
    private const int CandidatesKept = 5;

    /// <summary>More than eight make the model no surer, only dearer (robotframework-heal picks among as many).</summary>
    private const int MostAlike = 8;

    public async Task<HealOutput> ExecuteAsync(HealInput input, CancellationToken cancellationToken)
    {
        var plan = await artifacts.GetJsonAsync<TestPlan>(input.Plan, cancellationToken);
        var element = plan.Elements.FirstOrDefault(e => e.Id == input.ElementId)
            ?? throw new StageException("plan.unknown_element", $"The plan has no element '{input.ElementId}'. Correct test-plan.json or design it again.", retryable: false);
        await book.LoadAsync(cancellationToken);
        element = element with { Print = book.Newest(plan, element) };
        var facts = await artifacts.GetJsonAsync<PageFacts>(input.PageFacts, cancellationToken);

        var steps = ElementSteps.Of(plan, element.Id, input.CaseIds);
        var memory = input.Memory is null ? new() : await artifacts.GetJsonAsync<HealMemory>(input.Memory, cancellationToken);
        var reviewed = new ReviewedHeals(memory, element, plan.PathOf(element), facts);
        var decided = reviewed.Approved() ?? reviewed.Tell(await DecideAsync());
        var record = decided with
        {
            ElementName = element.Name,
            Page = plan.PathOf(element),
            CaseIds = input.CaseIds,
            Uses = [.. plan.Cases.Where(c => c.Uses(element.Id)).Select(c => c.Id)],
        };
        LogDecision(input.RunId, element.Id, record.Decision, record.Score, record.Margin);
        return new(record);

        async Task<HealRecord> DecideAsync()
        {
            var (decision, alike) = Decide(element, input.ByPeople, steps, KnownElements.Beside(element, plan, book.PageOf(plan, element.PageId)), reviewed.Left);
            return alike is null ? decision : await picker.PickAsync(input.RunId, decision, alike, plan.Cases.Where(c => input.CaseIds.Contains(c.Id)), cancellationToken);
        }
    }

    /// <summary>Decides by rules, and names the look-alikes where they end without a choice.</summary>
    private (HealRecord Record, LookAlikes? Alike) Decide(PlanElement element, bool byPeople, ElementSteps steps, KnownElements known, PageFacts facts)
    {
        if (steps.OnlyAbsence)
        {
            return (Refused(element, "The test only expects it to be gone, so that it is not found says nothing about its locator."), null);
        }

        if (element.Locator.IsBound || !IsKnown(element.Print))
        {
            return (Refused(element, "The test finds it by what it has made or by its place alone, so nothing tells another element from it."), null);
        }

        var frameLeft = facts.Elements.Any(e => e.Print.Frames.SequenceEqual(element.Print.Frames));
        string? Unfitness(FactsElement e) => HealRules.Unfitness(element.Print, e, frameLeft) ?? steps.Refusal(e.Print);
        string? Refusal(FactsElement e) => Unfitness(e) ?? HealRules.Refusal(element.Print, e, frameLeft) ?? known.Claim(e.Print);

        var page = new PageIndex(facts.Elements.Select(e => e.Print));
        var elements = facts.Elements.ToDictionary(e => e.Print, (IEqualityComparer<ElementFingerprint>)ReferenceEqualityComparer.Instance);
        var alike = ElementRanker.Default.Rank(element.Print, page, known.Around);
        RankedElement[] ranked = [.. alike.Where(r => Refusal(elements[r.Print]) is null).Take(MostAlike)];
        var record = new HealRecord
        {
            ElementId = element.Id,
            Decision = HealDecision.NotFound,
            Old = element.Locator,
            Before = element.Print,
            Candidates = [.. ranked.Take(CandidatesKept).Select(r => CandidateOf(element, r))],
        };

        // What names an element tells more than how alike all the rest is.
        var search = new IdentitySearch(element, byPeople, known.Others, known.Complete, facts.Elements, e => Unfitness(e) is null);
        var identity = search.Find();
        if (identity.Element is { } found)
        {
            return (Healed(WithFirst(record, CandidateOf(element, alike.First(r => ReferenceEquals(r.Print, found.Print)))), element, found.Print, facts, identity.Reason), null);
        }

        if (identity.Contested)
        {
            return (record with { Decision = HealDecision.Ambiguous, Score = ranked is [var like, ..] ? like.Score : 0, Reason = identity.Reason }, AmongAlike(r => identity.Alike.Any(e => ReferenceEquals(e.Print, r.Print))));
        }

        if (ranked is not [var best, ..] || best.Score < options.Value.MinScore)
        {
            return (record with { Score = ranked is [var first, ..] ? first.Score : 0, Reason = WhyNotFound(alike, elements, Refusal) }, null);
        }

        // Two look-alikes are worse than none: a wrong heal turns a red test green.
        var margin = Math.Round(best.Score - (ranked is [_, var second, ..] ? second.Score : 0), 4);
        record = record with { Score = best.Score, Margin = margin, After = best.Print };
        return margin < options.Value.MinMargin
            ? (record with { Decision = HealDecision.Ambiguous, Reason = $"Two elements are too alike to choose between: '{best.Print.Name}' and '{ranked[1].Print.Name}'." }, AmongAlike(r => best.Score - r.Score < options.Value.MinMargin))
            : (Take(record, best, Why(record.Candidates[0])), null);

        HealRecord Take(HealRecord of, RankedElement chosen, string reason)
        {
            if (alike.FirstOrDefault(r => r.Claim == 0 && elements[r.Print].Visible && HealRules.Contradicts(element.Print, chosen.Print, r.Print)) is { } rival)
            {
                return of with { Decision = HealDecision.Ambiguous, Reason = $"Its names now belong to two elements: '{chosen.Print.Name}' and '{rival.Print.Name}'." };
            }

            return search.Doubt(chosen.Print) is { } doubt
                ? of with { Decision = HealDecision.NotFound, Reason = $"The most similar element, '{chosen.Print.Name}', was refused: {doubt}." }
                : Healed(of, element, chosen.Print, facts, reason);
        }

        // Where something speaks against an element it stays out, so that a choice is never made between what is left of a removed one.
        LookAlikes? AmongAlike(Func<RankedElement, bool> isAlike)
        {
            var left = ranked.Where(r => r.Score >= options.Value.MinScore && isAlike(r) && !search.SpeaksAgainst(r.Print) && !OtherRecord.Is(element.Print, r.Print))
                .Select(r => (Ranked: r, Candidate: CandidateOf(element, r))).ToArray();
            return left.Length < 2 ? null : new(element, [.. left.Select(l => l.Candidate)], picked =>
            {
                var chosen = left.First(l => ReferenceEquals(l.Candidate, picked)).Ranked;
                return Take(WithFirst(record, picked), chosen, "");
            });
        }
    }

    private static HealCandidate CandidateOf(PlanElement element, RankedElement ranked) =>
        new(ranked.Print, Math.Round(ranked.Score, 4), ElementRanker.Signals(element.Print, ranked.Print));

    private static HealRecord Healed(HealRecord record, PlanElement element, ElementFingerprint found, PageFacts facts, string reason)
    {
        var locator = NewLocator.For(found, facts, element.Locator);
        return locator is null || locator.ToString() == element.Locator.ToString()
            ? record with { Decision = HealDecision.Refused, Reason = "The element was found, but no other locator finds it alone." }
            : record with { Decision = HealDecision.Healed, New = locator, Reason = reason };
    }

    /// <summary>The record with the element that was found by its identity before those that are only alike.</summary>
    private static HealRecord WithFirst(HealRecord record, HealCandidate found)
    {
        var others = record.Candidates.Where(c => !ReferenceEquals(c.Print, found.Print)).ToArray();
        var next = others is [var second, ..] ? second.Score : 0;
        return record with { After = found.Print, Score = found.Score, Margin = Math.Round(found.Score - next, 4), Candidates = [found, .. others.Take(CandidatesKept - 1)] };
    }

    private static HealRecord Refused(PlanElement element, string reason) => new()
    {
        ElementId = element.Id,
        Decision = HealDecision.Refused,
        Old = element.Locator,
        Before = element.Print,
        Candidates = [],
        Reason = reason,
    };

    private static bool IsKnown(ElementFingerprint print) =>
        print.Name.Length > 0 || !string.IsNullOrEmpty(print.Id ?? print.TestId ?? print.NameAttribute ?? print.Label ?? print.Text ?? print.Placeholder ?? print.Alt ?? print.Title ?? print.Href);

    private static string WhyNotFound(IReadOnlyList<RankedElement> alike, Dictionary<ElementFingerprint, FactsElement> elements, Func<FactsElement, string?> refusalOf) =>
        alike is [var best, ..] && refusalOf(elements[best.Print]) is { } refusal
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
