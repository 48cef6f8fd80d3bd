namespace TestForge.Pipeline;

/// <summary>A cause and what shows it, in words for a person.</summary>
public sealed record Cause(CauseKind Kind, string Evidence);
