namespace TestForge.Pipeline;

/// <summary>A run in which a heal was made, and whether a case passed whole with it.</summary>
public sealed record HealSighting(Guid RunId, DateTimeOffset At, bool Proved);
