namespace TestForge.Pipeline;

/// <summary>A case in quarantine.</summary>
public sealed record QuarantinedCase(string CaseId, Quarantine Quarantine);
