using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Bench;

/// <summary>Crawls a site with everything Discovery collects and prints one JSON line.</summary>
internal static class CrawlBench
{
    /// <param name="url">Where to start.</param>
    /// <param name="maxPages">Most pages kept.</param>
    /// <param name="tabs">Most pages at a time.</param>
    /// <param name="maxStates">Most states kept; null leaves controls alone.</param>
    public static async Task<int> RunAsync(Uri url, int maxPages, int tabs, int? maxStates)
    {
        var folder = Directory.CreateTempSubdirectory("testforge-bench-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            await using var host = RunHost.Create(
                RunFolder.Open(folder),
                services => services
                    .Configure<BrowserOptions>(o => o.Target = url)
                    .Configure<DiscoveryOptions>(o => o.Tabs = tabs));
            var limits = new CrawlLimits(maxPages, MaxDepth: 1_000, MaxPerTemplate: maxPages, TryControls: maxStates > 0, MaxStates: maxStates ?? 0, RespectRobots: false);
            var found = await host.RunStageAsync(Stages.Discover, new(Guid.Empty, url, limits, new(), new(), Seed: 1), CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            var map = JsonSerializer.Deserialize<SiteMap>(
                await File.ReadAllBytesAsync(Directory.EnumerateFiles(folder, found.SiteMap.Sha256 + "*", SearchOption.AllDirectories).Single()),
                ArtifactJson.Compact)!;
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                tool = maxStates > 0 ? "testforge-states" : "testforge",
                pages = found.Pages,
                visited = map.Stats.Visited,
                states = map.States.Count,
                duplicates = map.Stats.Merged,
                seconds = Math.Round(seconds, 3),
                pagesPerSecond = Math.Round(map.Stats.Visited / seconds, 2),
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
