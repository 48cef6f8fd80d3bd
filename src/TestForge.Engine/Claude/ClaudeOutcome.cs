namespace TestForge.Engine.Claude;

/// <summary>How a call ended. All but the first two mean that rules decide.</summary>
internal enum ClaudeOutcome
{
    Answered,

    /// <summary>An earlier answer to the same request.</summary>
    Cached,

    /// <summary>There is no key, or it is switched off.</summary>
    Disabled,
    OverBudget,

    /// <summary>The model declined.</summary>
    Refused,

    /// <summary>The answer broke its schema, bounds or checks, and so did the repaired one.</summary>
    Invalid,

    /// <summary>The answer was longer than allowed.</summary>
    CutOff,

    /// <summary>The question does not fit into the model's context.</summary>
    TooLong,

    /// <summary>The model cannot do what is needed, or is not known.</summary>
    Unfit,

    /// <summary>So many calls have failed that none is tried for a while.</summary>
    CircuitOpen,

    /// <summary>The service failed, was busy or did not answer in time, also when asked again.</summary>
    Unavailable,

    /// <summary>The service does not accept the key, the request or more spending.</summary>
    Rejected,
}
