namespace TestForge.Bench.Mutants;

/// <summary>What a change asks of a healer.</summary>
internal enum Demand
{
    /// <summary>The element is still there: it is to be found.</summary>
    Heal,

    /// <summary>The element is there in a doubtful place: to find it and to abstain are both right.</summary>
    HealOrAbstain,

    /// <summary>The element is gone, or nobody could tell which it is.</summary>
    Abstain,
}
