namespace TestForge.Pipeline;

/// <summary>What made a case fail that may pass another time. Named only where its attempts show it.</summary>
public enum CauseKind
{
    /// <summary>The attempts do not tell.</summary>
    Unknown,

    /// <summary>What was expected came, but later than a step waits.</summary>
    Timing,

    /// <summary>It fails beside other cases and passes alone.</summary>
    Order,

    /// <summary>The application refused data because it has them already.</summary>
    Data,

    /// <summary>Server error, no connection, crash, expired session.</summary>
    Environment,
}
