namespace TestForge.Pipeline;

/// <summary>What a person says of a heal.</summary>
public enum HealReview
{
    /// <summary>Nobody has said anything yet.</summary>
    Proposed,

    /// <summary>It is the element: later runs use the new locator without ranking anew, and it may be applied to scripts.</summary>
    Approved,

    /// <summary>It is another element, and is never proposed for this one again.</summary>
    Rejected,
}
