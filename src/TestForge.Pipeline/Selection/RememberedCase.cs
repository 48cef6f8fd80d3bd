namespace TestForge.Pipeline;

/// <summary>A case as it last ran.</summary>
public sealed record RememberedCase(Verdict Verdict, CaseMark? Mark);
