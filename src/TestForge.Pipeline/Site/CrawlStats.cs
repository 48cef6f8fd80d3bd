namespace TestForge.Pipeline;

/// <summary>Figures of a crawl.</summary>
/// <param name="Visited">Addresses opened in the browser.</param>
/// <param name="Merged">Visits that showed a page already known.</param>
/// <param name="Queued">Addresses known but not opened.</param>
/// <param name="Milliseconds">Wall-clock time of the crawl.</param>
public sealed record CrawlStats(int Visited, int Merged, int Queued, long Milliseconds);
