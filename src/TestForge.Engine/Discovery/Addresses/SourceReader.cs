using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>Reads documents as they were sent where the page holds less: what the parser dropped, and what a script has taken away.</summary>
internal sealed class SourceReader(FileLog log)
{
    /// <summary>On a site where all pages are so, the first tell what the others would.</summary>
    private const int MostSources = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly RedirectReader _redirects = new(log);
    private int _sources;

    /// <summary>What the files and documents of the crawl name.</summary>
    public FileLog Log => log;

    /// <summary>Looks at what the tab has opened, and at what led there.</summary>
    public Task LookAsync(BrowserSession session, VisitedPage visited) => Task.WhenAll(_redirects.LookAsync(session, visited), ReadAsync(session, visited));

    // Makes no request: the browser has the answer.
    private async Task ReadAsync(BrowserSession session, VisitedPage visited)
    {
        if (visited is not { Facts.Shortened: true, Url: { } url } || session.Recorder.Document is not { } document || Interlocked.Increment(ref _sources) > MostSources)
        {
            return;
        }

        var reading = document.TextAsync();
        if (await Bounded.TryAsync(reading, Limit))
        {
            var source = await reading;
            log.Add(source.Length, FileAddresses.InSource(url, source));
        }
    }
}
