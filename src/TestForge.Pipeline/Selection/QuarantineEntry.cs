namespace TestForge.Pipeline;

/// <summary>A line of a quarantine file. Names either one case or a pattern of titles.</summary>
/// <param name="CaseId">The case, or null.</param>
/// <param name="Title">A regular expression for titles, or null.</param>
/// <param name="Quarantine">Why, by whom and until when.</param>
public sealed record QuarantineEntry(string? CaseId, string? Title, Quarantine Quarantine);
