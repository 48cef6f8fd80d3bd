namespace TestForge.Pipeline;

/// <summary>The heals of a target and what people said of them, kept from one run to the next. File: <c>NAME.heals.json</c>.</summary>
public sealed record HealMemory
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Nobody reviews more, and the oldest that nobody has spoken about go first.</summary>
    private const int MaxProposed = 500;

    private const int MaxSeen = 20;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>In the order of their first run.</summary>
    public IReadOnlyList<RememberedHeal> Heals { get; init; } = [];

    /// <summary>The heal of an element that a person has approved, or null.</summary>
    public RememberedHeal? ApprovedFor(PlanElement element, string page) =>
        Heals.LastOrDefault(h => h.Review == HealReview.Approved && h.Page == page && h.Old.ToString() == element.Locator.ToString());

    /// <summary>Whether a person has said that a candidate is not this element.</summary>
    public bool IsRejected(PlanElement element, string page, ElementFingerprint candidate) => Heals.Any(h =>
        h.Review == HealReview.Rejected
        && h.Page == page
        && (h.Old.ToString() == element.Locator.ToString() || IsSame(h.Before, element.Print))
        && IsSame(h.After, candidate));

    /// <summary>Adds the heals of a run. What people said of them stays.</summary>
    public HealMemory With(IEnumerable<HealRecord> heals, Guid runId, DateTimeOffset at)
    {
        var all = Heals.ToList();
        foreach (var heal in heals.Where(h => h is { Decision: HealDecision.Healed, New: not null, Before: not null, After: not null }))
        {
            var id = RememberedHeal.IdOf(heal.Page, heal.Old, heal.New!);
            var index = all.FindIndex(h => h.Id == id);
            var known = index < 0 ? New(id, heal) : all[index];
            var seen = known with
            {
                Seen = [.. known.Seen.Where(s => s.RunId != runId).TakeLast(MaxSeen - 1), new(runId, at, heal.Proved)],
                Uses = heal.Uses,
                AppliedAt = heal.Patched ? at : known.AppliedAt,
            };
            if (index < 0)
            {
                all.Add(seen);
            }
            else
            {
                all[index] = seen;
            }
        }

        var dropped = all.Where(h => h.Review == HealReview.Proposed).SkipLast(MaxProposed).ToHashSet();
        return this with { Heals = [.. all.Where(h => !dropped.Contains(h))] };
    }

    private static RememberedHeal New(string id, HealRecord heal) => new()
    {
        Id = id,
        Element = heal.ElementName,
        Page = heal.Page,
        Old = heal.Old,
        New = heal.New!,
        Before = heal.Before!,
        After = heal.After!,
        Score = heal.Score,
        Margin = heal.Margin,
        Reason = heal.Reason,
        PickedBy = heal.PickedBy,
        Candidates = heal.Candidates,
    };

    /// <summary>Where and how it stands changes from run to run; by what it is called and addressed it is the same.</summary>
    private static bool IsSame(ElementFingerprint one, ElementFingerprint other) =>
        one.Tag == other.Tag && one.Frames.SequenceEqual(other.Frames)
        && (Given(one.TestId, other.TestId)
            || Given(one.Id, other.Id)
            || (one.Role == other.Role && one.Name == other.Name && one.Type == other.Type && one.Label == other.Label && one.NameAttribute == other.NameAttribute && one.Href == other.Href));

    private static bool Given(string? one, string? other) => !string.IsNullOrEmpty(one) && one == other;
}
