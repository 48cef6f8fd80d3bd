namespace TestForge.Pipeline;

/// <summary>More elements had to be healed than may be: the application was redesigned, and its tests are to be designed again.</summary>
/// <param name="Healed">Elements that a new locator was found for.</param>
/// <param name="Limit">How many may be.</param>
public sealed record HealExcess(int Healed, int Limit);
