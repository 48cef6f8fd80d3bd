namespace TestForge.Pipeline;

/// <summary>What became of a failed test of a suite.</summary>
public enum SuiteOutcome
{
    /// <summary>It passes with new locators and nothing else changed.</summary>
    Healed,

    /// <summary>It failed for another reason than a drifted locator.</summary>
    NotDrift,

    /// <summary>A locator drifted, and no element is certain enough to be what it meant.</summary>
    Abstained,

    /// <summary>An element was found, but the test does not pass with a locator for it.</summary>
    Unproved,

    /// <summary>Nothing was changed, and it passed when it was run again.</summary>
    PassedAgain,

    /// <summary>It could not be run again.</summary>
    NotRun,
}
