namespace TestForge.Engine.Steps;

/// <summary>In what way a step failed, before anything is known of the reason.</summary>
internal enum StepTrouble
{
    None,

    /// <summary>The locator does not find exactly one element.</summary>
    NotOne,

    /// <summary>A healed locator finds an element that cannot be the one that is looked for.</summary>
    HealRefused,

    /// <summary>The element was found and could not be used.</summary>
    Unusable,

    /// <summary>A check saw something else.</summary>
    Mismatch,

    /// <summary>The page kept changing while it was checked.</summary>
    Restless,

    /// <summary>The check could not be made.</summary>
    Unmade,

    /// <summary>The browser or the network gave up.</summary>
    Broken,

    /// <summary>The time was over.</summary>
    TooLong,
}
