namespace TestForge.Platform.Cases;

/// <summary>Why failures of a case do not fail runs for now.</summary>
/// <param name="Reason">Why, in words.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="Expires">The last day on which it holds; after it, failures count again.</param>
internal sealed record CaseQuarantine(string Reason, string Owner, DateOnly Expires);
