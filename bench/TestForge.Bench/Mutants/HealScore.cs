namespace TestForge.Bench.Mutants;

/// <summary>What a healer did, by the identity of the element.</summary>
internal enum HealScore
{
    /// <summary>The new locator finds the element meant, and no other.</summary>
    Right,

    /// <summary>The new locator finds another element, or one that was not to be found.</summary>
    Wrong,

    Abstained,
}
