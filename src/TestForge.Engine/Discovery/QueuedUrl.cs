namespace TestForge.Engine.Discovery;

/// <summary>An address to visit, how many clicks it is from the start, and the page it was found on.</summary>
internal sealed record QueuedUrl(Uri Url, int Depth, string? FromPageId, bool Retried = false);
