namespace TestForge.Pipeline;

/// <summary>A case's verdict and the attempts it rests on.</summary>
public sealed record CaseResult(string CaseId, Verdict Verdict, IReadOnlyList<Attempt> Attempts);
