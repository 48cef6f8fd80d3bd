namespace TestForge.Engine.Discovery;

/// <summary>An address to visit, how many clicks it is from the start, and the page it was found on.</summary>
/// <param name="Url">In normal form.</param>
/// <param name="Depth">Clicks from the start.</param>
/// <param name="FromPageId">The page that names it.</param>
/// <param name="Guess">Whether only a text there looks like an address: when it leads nowhere, nothing is broken.</param>
internal sealed record QueuedUrl(Uri Url, int Depth, string? FromPageId, bool Guess = false);
