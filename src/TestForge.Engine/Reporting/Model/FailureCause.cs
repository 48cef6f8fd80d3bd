namespace TestForge.Engine.Reporting.Model;

/// <summary>What the failures of a group have in common.</summary>
internal enum FailureCause
{
    /// <summary>A request that failed in these cases, in no case that passed, and not when the application was explored.</summary>
    Request,

    /// <summary>An error of the page's own code, with the same provisos.</summary>
    Console,

    /// <summary>Network, server or session.</summary>
    Environment,

    /// <summary>The same element is not found, not usable in time, or not as expected.</summary>
    Element,

    /// <summary>The same expectation meets the same other value.</summary>
    Expectation,

    /// <summary>The same page, at different steps.</summary>
    Page,

    /// <summary>Nothing in common with another failure.</summary>
    Single,
}
