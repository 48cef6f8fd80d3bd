using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>Reads the scripts and style sheets that the pages of a tab load, from the answers that the browser has: no request is made, and no page waits.</summary>
internal sealed class FileReader(FileLog log)
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private const int MaxUrlLength = 2_000;
    private const int MaxUnderWay = 8;
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastAnswers = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly HashSet<Task> _underWay = [];

    public void Attach(IBrowserContext context) => context.Response += (_, response) => OnResponse(response);

    /// <summary>Gives files that are just being read the moment they take, before their page is left.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        Task[] underWay;
        lock (_gate)
        {
            underWay = [.. _underWay];
        }

        if (underWay.Length > 0)
        {
            await Bounded.TryAsync(Task.WhenAll(underWay).WaitAsync(cancellationToken), LastAnswers);
        }
    }

    private void OnResponse(IResponse response)
    {
        try
        {
            if (response.Request.ResourceType is not ("script" or "stylesheet") || response.Status is < 200 or >= 300 || response.Url.Length > MaxUrlLength
                || !Uri.TryCreate(response.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
                || !Uri.TryCreate(response.Request.Frame.Page.Url, UriKind.Absolute, out var page) || !TargetMoves.SameOrigin(url, page)
                || (long.TryParse(response.Headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > MaxBytes))
            {
                return;
            }

            lock (_gate)
            {
                if (_underWay.Count < MaxUnderWay && log.Wants(response.Url))
                {
                    var reading = ReadAsync(response, url);
                    _underWay.Add(reading);
                    _ = reading.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                }
            }
        }
        catch (PlaywrightException)
        {
            // The page that loads it is gone.
        }
    }

    private void Ended(Task reading)
    {
        lock (_gate)
        {
            _underWay.Remove(reading);
        }
    }

    private async Task ReadAsync(IResponse response, Uri url)
    {
        // The answer that is looked at here has only begun; its end is waited for outside the browser's own thread of events.
        await Task.Yield();
        var reading = response.BodyAsync();
        if (!await Bounded.TryAsync(reading, BodyLimit))
        {
            log.Failed(response.Url);
            return;
        }

        var bytes = await reading;
        var text = Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, MaxBytes));
        log.Add(bytes.Length, response.Request.ResourceType == "script" ? FileAddresses.InScript(url, text) : FileAddresses.InStyle(url, text));
    }
}
