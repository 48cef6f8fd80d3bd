using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

internal sealed record PageResponse(Guid Id, string Key, string Url, string Title, int Depth, PageOutcome Outcome, int Status, int Elements, int Forms, int Links, double LoadMilliseconds);
