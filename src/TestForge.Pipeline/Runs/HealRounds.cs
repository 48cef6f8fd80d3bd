namespace TestForge.Pipeline;

/// <summary>Keeps the heals of a run: one an element, whichever case it broke first.</summary>
internal sealed class HealRounds(HealPolicy policy)
{
    /// <summary>A case may have several broken locators; each round finds the first of them.</summary>
    private const int MaxRounds = 3;

    private readonly Dictionary<string, HealRecord> _heals = [];
    private int _rounds;

    public HealPolicy Policy => policy;

    public IReadOnlyList<HealRecord> Records => [.. _heals.Values];

    public bool MayGoOn => _rounds < MaxRounds;

    /// <summary>Every new locator, proved or not.</summary>
    public LocatorPatch[] Guesses => PatchesOf(h => h.New is not null);

    /// <summary>What is proved and was not written into scripts.</summary>
    public LocatorPatch[] Proposals => PatchesOf(h => h is { Proved: true, Patched: false });

    /// <summary>Whether a case waits for a heal, so that it has not failed yet.</summary>
    public bool IsOpen(CaseOutcome outcome) =>
        outcome is { Verdict: Verdict.Failed, BrokenElementId: { } element, PageFacts: not null }
        && !_heals.ContainsKey(element) && policy.For(outcome.CaseId, element) != HealingPolicy.Off;

    /// <summary>The elements that broke cases and were not looked for yet, in an order of their own.</summary>
    public IReadOnlyList<BrokenElement> Broken(IEnumerable<CaseOutcome> outcomes)
    {
        _rounds++;
        return
        [
            .. outcomes.Where(IsOpen)
                .GroupBy(o => o.BrokenElementId!)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new BrokenElement(g.Key, g.First().PageFacts!, [.. g.Select(o => o.CaseId)])),
        ];
    }

    /// <summary>Takes in what was decided. What one case found and another did not was found; and a proof stays one.</summary>
    public void Add(IEnumerable<HealRecord> records)
    {
        foreach (var record in records)
        {
            var known = _heals.GetValueOrDefault(record.ElementId);
            var told = known is null || (known.New is null && record.New is not null) ? record : known;
            string[] cases = [.. (known?.CaseIds ?? []).Union(record.CaseIds)];
            _heals[record.ElementId] = told with
            {
                CaseIds = cases,
                Proved = known?.Proved == true || record.Proved,
                Policy = cases.Select(id => policy.For(id, record.ElementId)).Max(),
            };
        }
    }

    public IReadOnlyList<string> CasesOf(IEnumerable<HealRecord> heals, Func<HealingPolicy, bool> may) =>
        [.. heals.SelectMany(h => h.CaseIds.Where(id => may(policy.For(id, h.ElementId)))).Distinct()];

    /// <summary>A heal is proved when a case that it broke passed whole with it.</summary>
    public void Prove(IEnumerable<CaseOutcome> outcomes)
    {
        var healed = outcomes.Where(o => o.Verdict == Verdict.Healed).Select(o => o.CaseId).ToHashSet();
        foreach (var heal in _heals.Values.Where(h => h.New is not null).ToArray())
        {
            _heals[heal.ElementId] = heal with { Proved = heal.Proved || heal.CaseIds.Any(healed.Contains) };
        }
    }

    /// <summary>The locators to write into plan and scripts, which are told as written.</summary>
    public LocatorPatch[] Patch()
    {
        foreach (var heal in _heals.Values.Where(policy.MayPatch).ToArray())
        {
            _heals[heal.ElementId] = heal with { Patched = true };
        }

        return PatchesOf(h => h.Patched);
    }

    private LocatorPatch[] PatchesOf(Func<HealRecord, bool> which) =>
        [.. _heals.Values.Where(which).OrderBy(h => h.ElementId, StringComparer.Ordinal).Select(h => new LocatorPatch(h.ElementId, h.New!))];
}
