using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Api;

/// <summary>Watches what the pages of a tab call. Looks on only: no request waits for it, and no page.</summary>
internal sealed class ApiRecorder(ApiLog log)
{
    private const int MaxBodyBytes = 256 * 1024;
    private const int MaxUnderWay = 16;
    private const int MaxUrlLength = 8_000;
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LastAnswers = TimeSpan.FromMilliseconds(250);
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 64 };

    private static readonly HashSet<string> StaticFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        ".avif", ".css", ".gif", ".html", ".ico", ".jpeg", ".jpg", ".js", ".map", ".mjs", ".mp3", ".mp4", ".otf", ".png", ".svg", ".ttf", ".txt", ".wasm", ".webm", ".webp", ".woff", ".woff2",
    };

    private readonly Lock _gate = new();
    private readonly HashSet<Task> _underWay = [];

    public void Attach(IBrowserContext context) => context.Response += (_, response) => OnResponse(response);

    /// <summary>Gives bodies that are just being read the moment they take, before their page is left.</summary>
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
            var request = response.Request;
            if (request.ResourceType is not ("xhr" or "fetch" or "eventsource") || response.Url.Length > MaxUrlLength
                || !Uri.TryCreate(response.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
                || !log.Mine(url) || StaticFiles.Contains(Path.GetExtension(url.AbsolutePath)))
            {
                return;
            }

            var (operation, shape) = Sent(request, url);
            var type = MediaType(response.Headers.GetValueOrDefault("content-type"));
            var page = request.Frame.Page.Url;
            if (log.Add(url, new(request.Method, response.Status, page, operation, MediaType(request.Headers.GetValueOrDefault("content-type")), shape, type)) is { } group
                && Declared(response) <= MaxBodyBytes)
            {
                Start(response, group, type);
            }
        }
        catch (PlaywrightException)
        {
            // The page of the call is gone.
        }
    }

    private static long Declared(IResponse response) =>
        long.TryParse(response.Headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0;

    private static (string? Operation, JsonShape? Shape) Sent(IRequest request, Uri url)
    {
        if (request.PostData is not { Length: > 0 and <= MaxBodyBytes } text)
        {
            var asked = QueryNames.Of(url).Contains("query") && url.AbsolutePath.Contains("graphql", StringComparison.OrdinalIgnoreCase);
            return (asked ? "query" : null, null);
        }

        var type = MediaType(request.Headers.GetValueOrDefault("content-type"));
        if (type == "application/x-www-form-urlencoded")
        {
            var form = new JsonShape();
            form.AddForm(QueryNames.Of(text));
            return (null, form);
        }

        // Some send JSON as plain text, which needs no leave of another origin.
        if (text[0] is not ('{' or '['))
        {
            return (null, null);
        }

        try
        {
            using var body = JsonDocument.Parse(text, Parsing);
            var shape = new JsonShape();
            shape.Add(body.RootElement);
            return (GraphQl.OperationOf(body.RootElement, url.AbsolutePath), shape);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private void Start(IResponse response, ApiGroup group, string? type)
    {
        lock (_gate)
        {
            if (_underWay.Count >= MaxUnderWay)
            {
                return;
            }

            var reading = ReadAsync(response, group, type);
            _underWay.Add(reading);
            _ = reading.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Ended(Task reading)
    {
        lock (_gate)
        {
            _underWay.Remove(reading);
        }
    }

    private async Task ReadAsync(IResponse response, ApiGroup group, string? type)
    {
        // The answer that is looked at here has only begun; its end is waited for outside the browser's own thread of events.
        await Task.Yield();
        var reading = response.BodyAsync();
        if (!await Bounded.TryAsync(reading, BodyLimit))
        {
            return;
        }

        var bytes = await reading;
        if (bytes.Length > MaxBodyBytes)
        {
            return;
        }

        try
        {
            using var body = JsonDocument.Parse(bytes, Parsing);
            var shape = new JsonShape();
            shape.Add(body.RootElement);
            log.AddResponse(group, shape, type);
        }
        catch (JsonException)
        {
            // It said JSON and is none: the type is all that is known of it.
        }
    }

    private static string? MediaType(string? contentType) =>
        contentType is null ? null : PageText.Clean(contentType.Split(';')[0], 100).Trim().ToLowerInvariant() is { Length: > 0 } type ? type : null;
}
