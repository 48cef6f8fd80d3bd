namespace TestForge.Pipeline;

/// <summary>What the healer decided.</summary>
public enum HealDecision
{
    Healed,

    /// <summary>Two candidates are too alike to choose between.</summary>
    Ambiguous,

    /// <summary>No candidate is similar enough.</summary>
    NotFound,

    /// <summary>The best candidate failed a live check.</summary>
    Refused,
}
