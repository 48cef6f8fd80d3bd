namespace TestForge.Pipeline;

/// <summary>How much Discovery may do.</summary>
/// <param name="MaxPages">Most distinct pages kept.</param>
/// <param name="MaxDepth">Most clicks from the start page.</param>
/// <param name="MaxPerTemplate">Most addresses visited of one shape, such as <c>/item/*</c>.</param>
/// <param name="PageTimeoutSeconds">Longest time for one page.</param>
/// <param name="TryControls">Whether buttons and tabs are clicked to find what no link leads to.</param>
/// <param name="AllowDestructive">Whether controls that destroy may be used.</param>
/// <param name="MaxStates">Most states kept beside the pages as loaded.</param>
/// <param name="MaxMinutes">Longest time for the crawl; 0 means no limit.</param>
/// <param name="MaxMegabytes">Most bytes received, in MiB; 0 means no limit.</param>
/// <param name="PagesPerSecond">Most pages opened a second; 0 means no limit.</param>
/// <param name="RespectRobots">Whether what robots.txt disallows is left alone and its crawl delay kept.</param>
public sealed record CrawlLimits(
    int MaxPages = 50,
    int MaxDepth = 6,
    int MaxPerTemplate = 25,
    int PageTimeoutSeconds = 15,
    bool AllowDestructive = false,
    bool TryControls = true,
    int MaxStates = 200,
    int MaxMinutes = 0,
    int MaxMegabytes = 0,
    double PagesPerSecond = 0,
    bool RespectRobots = true);
