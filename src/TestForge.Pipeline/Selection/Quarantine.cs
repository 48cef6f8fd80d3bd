namespace TestForge.Pipeline;

/// <summary>Why failures of a case do not fail the run for now.</summary>
/// <param name="Reason">Why, in words.</param>
/// <param name="Owner">Who will see to it.</param>
/// <param name="Expires">The last day on which it holds.</param>
public sealed record Quarantine(string Reason, string Owner, DateOnly Expires);
