namespace TestForge.Pipeline;

/// <summary>What robots.txt says and what was made of it.</summary>
/// <param name="Found">Whether the application has one.</param>
/// <param name="Respected">Whether the crawl kept to it.</param>
/// <param name="Disallowed">Addresses found and left out because of it.</param>
/// <param name="CrawlDelaySeconds">The pause it asks for, or 0.</param>
/// <param name="Sitemaps">Addresses of the sitemaps read.</param>
public sealed record RobotsNote(bool Found, bool Respected, int Disallowed, double CrawlDelaySeconds, IReadOnlyList<string> Sitemaps);
