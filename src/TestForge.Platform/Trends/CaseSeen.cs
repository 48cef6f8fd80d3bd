using TestForge.Pipeline;

namespace TestForge.Platform.Trends;

/// <summary>A case as one run saw it.</summary>
internal sealed record CaseSeen(string Key, string Title, Verdict Verdict, FailureClass? FailureClass, long Milliseconds);
