namespace TestForge.Pipeline;

/// <summary>What may be done about a drifted locator, the most careful first.</summary>
public enum HealingPolicy
{
    /// <summary>Nothing: the case fails.</summary>
    Off,

    /// <summary>A new locator is looked for, tried and told; the case fails all the same.</summary>
    Suggest,

    /// <summary>The case goes on with the new locator and may pass; scripts stay as they are, the patch for them lies beside.</summary>
    HealAndReport,

    /// <summary>As <see cref="HealAndReport"/>, and a proved locator is written into the plan and the scripts.</summary>
    HealAndPatch,
}
