namespace TestForge.Pipeline;

/// <summary>What belongs to the application. An address must be on the target's origin, below the prefix, match an include when there is one, and no exclude.</summary>
/// <param name="PathPrefix">Paths start with it; the default is all.</param>
/// <param name="Include">Globs over the path (<c>*</c> within a segment, <c>**</c> across); empty means all.</param>
/// <param name="Exclude">Globs over the path.</param>
public sealed record ScopeRules(string PathPrefix = "/", IReadOnlyList<string>? Include = null, IReadOnlyList<string>? Exclude = null);
