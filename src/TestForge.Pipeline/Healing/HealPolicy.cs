namespace TestForge.Pipeline;

/// <summary>What may be healed in a run: a user's rules, their overrides resolved to the cases and elements of its plan.</summary>
/// <param name="Policy">For all that no override is for.</param>
/// <param name="Limit">Most elements that may be healed before it is no drift any more but another page.</param>
/// <param name="Cases">Overrides by case id.</param>
/// <param name="Elements">Overrides by element id.</param>
/// <param name="Memory">What people said of earlier heals, as JSON of <see cref="HealMemory"/>; null when nothing is remembered.</param>
public sealed record HealPolicy(
    HealingPolicy Policy,
    int Limit,
    IReadOnlyDictionary<string, HealingPolicy> Cases,
    IReadOnlyDictionary<string, HealingPolicy> Elements,
    ArtifactRef? Memory = null)
{
    /// <summary>A small site has few elements, so a header that is built anew must not already be a redesign.</summary>
    private const int LeastLimit = 5;

    /// <summary>When every fifth element is another one, tests made for the old page say little about the new one.</summary>
    private const double LimitShare = 0.2;

    public static readonly HealPolicy Off = new(HealingPolicy.Off, 0, new Dictionary<string, HealingPolicy>(), new Dictionary<string, HealingPolicy>());

    /// <summary>The limit when a user sets none: a fifth of the elements that the cases use, and never less than 5.</summary>
    public static int LimitFor(int elementsUsed) => Math.Max(LeastLimit, (int)Math.Ceiling(LimitShare * elementsUsed));

    /// <summary>An override takes the place of the run's policy; where case and element both have one, the more careful counts.</summary>
    public HealingPolicy For(string caseId, string elementId) => (Find(Cases, caseId), Find(Elements, elementId)) switch
    {
        ({ } ofCase, { } ofElement) => ofCase < ofElement ? ofCase : ofElement,
        ({ } ofCase, null) => ofCase,
        (null, { } ofElement) => ofElement,
        _ => Policy,
    };

    /// <summary>A locator is written into scripts only when every case that uses it agrees.</summary>
    public bool MayPatch(HealRecord heal) => heal.Proved && heal.CaseIds.Union(heal.Uses).All(id => For(id, heal.ElementId) == HealingPolicy.HealAndPatch);

    /// <summary>Says so when more was healed than may be.</summary>
    public HealExcess? ExcessOf(IEnumerable<HealRecord> heals)
    {
        // A plan may know one element twice, which is one element that was healed.
        var healed = heals.Where(h => h.Decision == HealDecision.Healed).DistinctBy(h => (h.Page, h.Old.ToString())).Count();
        return healed > Limit ? new(healed, Limit) : null;
    }

    private static HealingPolicy? Find(IReadOnlyDictionary<string, HealingPolicy> overrides, string id) =>
        overrides.TryGetValue(id, out var policy) ? policy : null;
}
