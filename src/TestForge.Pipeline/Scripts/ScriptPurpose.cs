namespace TestForge.Pipeline;

/// <summary>What scripts are written for.</summary>
public enum ScriptPurpose
{
    /// <summary>To be kept: they go into the project's folder.</summary>
    Keep,

    /// <summary>To be run once with locators that are not proved; nobody sees them.</summary>
    Try,

    /// <summary>To be looked at: how they differ from those kept is laid beside them as a patch.</summary>
    Propose,
}
