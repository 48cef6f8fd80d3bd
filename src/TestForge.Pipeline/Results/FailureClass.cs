namespace TestForge.Pipeline;

/// <summary>What kind of failure it is. Only <see cref="LocatorDrift"/> is healed.</summary>
public enum FailureClass
{
    Unknown,

    /// <summary>The page is healthy but the locator finds nothing, or more than one element.</summary>
    LocatorDrift,

    /// <summary>A check saw something else than expected.</summary>
    Assertion,

    /// <summary>The element was found but could not be acted on in time.</summary>
    Timing,

    /// <summary>Network, server error, crash, expired session.</summary>
    Environment,
}
