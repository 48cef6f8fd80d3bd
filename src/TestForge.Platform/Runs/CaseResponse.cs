using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

internal sealed record CaseResponse(Guid Id, string Key, string Title, string Feature, string Technique, double Risk, Verdict Verdict, FailureClass? FailureClass);
