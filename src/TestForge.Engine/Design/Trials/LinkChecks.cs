using System.Collections.Concurrent;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Finds out whether addresses answer; each is asked once, and those the crawl has opened not at all.</summary>
internal sealed class LinkChecks
{
    private const int TimeoutMilliseconds = 10_000;
    private readonly ConcurrentDictionary<string, Task<int>> _statuses = new();

    public LinkChecks(SiteMap site)
    {
        foreach (var page in site.Pages.Where(p => p.Status > 0))
        {
            foreach (var address in page.Duplicates.Prepend(page.Url))
            {
                if (TargetPaths.Relative(site.Target, address) is { } path)
                {
                    _statuses[path] = Task.FromResult(page.Status);
                }
            }
        }
    }

    /// <summary>The HTTP status, or 0 without an answer.</summary>
    public Task<int> StatusAsync(IBrowserContext context, Uri target, string path) =>
        _statuses.GetOrAdd(path, p => AskAsync(context, new Uri(target, p)));

    private static async Task<int> AskAsync(IBrowserContext context, Uri address)
    {
        try
        {
            var response = await context.APIRequest.GetAsync(address.AbsoluteUri, new() { Timeout = TimeoutMilliseconds, MaxRedirects = 10 });
            var status = response.Status;
            await response.DisposeAsync();
            return status;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return 0;
        }
    }
}
