using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>What the run was done with.</summary>
internal sealed record ReportEnvironment(
    IReadOnlyList<string> Backends,
    IReadOnlyList<string> Browsers,
    CrawlStats? Crawl,
    long TestMilliseconds);
