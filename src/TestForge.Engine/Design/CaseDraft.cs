using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>A case that has its actions but not its expectations yet; those come from the live page.</summary>
internal sealed record CaseDraft
{
    /// <summary>File-safe and stable for the same page and technique; becomes the case's id.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required TestFeature Feature { get; init; }

    public required string Technique { get; init; }

    public required string Why { get; init; }

    /// <summary>The page it is about.</summary>
    public required string PageId { get; init; }

    /// <summary>Other pages it visits.</summary>
    public IReadOnlyList<string> OtherPageIds { get; init; } = [];

    /// <summary>How likely this technique finds a fault that matters, 0 to 1.</summary>
    public required double Likelihood { get; init; }

    /// <summary>What the thing tested is worth to the business, 0 to 1.</summary>
    public double Value { get; init; } = 0.5;

    public bool Anonymous { get; init; }

    /// <summary>Given and When; each text is final.</summary>
    public required IReadOnlyList<TestStep> Actions { get; init; }

    /// <summary>What to look at once the actions are done.</summary>
    public required IReadOnlyList<Probe> Probes { get; init; }

    /// <summary>True when any difference between the two visits makes the whole case worthless, as with submissions that change data.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>True when what is sent is valid, so that a refusal makes the case worthless.</summary>
    public bool MustBeAccepted { get; init; }

    /// <summary>Set when the case may only be tried while the browser refuses this field's value, so that nothing is sent.</summary>
    public string? OnlyWhileInvalid { get; init; }

    /// <summary>True when a case that changes the application's data is worthless: the next run would find them changed.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>True when the application counts the tries and locks out after a few: no visit is made beyond the two that prove the case.</summary>
    public bool Counted { get; init; }

    /// <summary>True when trying it tells faults of the page, whether the plan has room for the case or not.</summary>
    public bool Inspects { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IEnumerable<string> Pages => OtherPageIds.Prepend(PageId).Distinct();
}
