namespace TestForge.Pipeline;

/// <summary>What kind of failure it is; every failure has exactly one. What is done about each says <see cref="FailurePolicies"/>.</summary>
public enum FailureClass
{
    /// <summary>The evidence does not tell.</summary>
    Unknown,

    /// <summary>The page is healthy and the one that was meant, but the locator finds nothing, or more than one element. The only class that is healed.</summary>
    LocatorDrift,

    /// <summary>The application shows or does something else than before: it was changed, or it broke.</summary>
    Assertion,

    /// <summary>What was waited for came late, or the page was still at work.</summary>
    Timing,

    /// <summary>Network, server error, crash, expired session.</summary>
    Environment,

    /// <summary>Something lies over the element.</summary>
    Overlay,

    /// <summary>The element is out of reach in this window and within reach in the one the case was designed in.</summary>
    Viewport,

    /// <summary>The form was not ready: a control is disabled or fixed, lacks an option, or fields are refused.</summary>
    FormState,

    /// <summary>The application refused data because it has them already.</summary>
    Data,

    /// <summary>It failed and passed with nothing changed in between, and nothing seen explains it.</summary>
    Flaky,
}
