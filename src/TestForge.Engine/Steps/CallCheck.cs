using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Looks at the answers to the calls that a page has made to an API.</summary>
internal static class CallCheck
{
    private const int MaxBodyBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(3);
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 64 };

    public static async Task<CheckMismatch?> CheckAsync(PageRecorder recorder, Uri target, StepAction.ExpectAnswer check, CancellationToken cancellationToken)
    {
        if (Last(recorder, target, check.Method, check.Path) is not { } response)
        {
            return new("The page did not make the call.", $"{check.Method} {check.Path}", "no such call");
        }

        if (response.Status != check.Status)
        {
            return new($"The call {check.Method} {check.Path} was answered with another status.", Number(check.Status), Number(response.Status));
        }

        if (check.Shape.Count == 0)
        {
            return null;
        }

        // An answer that the browser no longer holds proves nothing against it.
        var (readable, body) = await BodyAsync(response, cancellationToken);
        using (body)
        {
            return !readable ? null
                : body is null ? new($"The answer to {check.Method} {check.Path} is no JSON.", string.Join("; ", check.Shape), MediaType(response))
                : AnswerShape.Differences(body.RootElement, check.Shape) is { Count: > 0 } off ? new($"The answer to {check.Method} {check.Path} is of another form.", string.Join("; ", check.Shape), string.Join("; ", off))
                : null;
        }
    }

    /// <summary>The last answer to such a call, or null.</summary>
    public static IResponse? Last(PageRecorder recorder, Uri target, string method, string path) =>
        recorder.Calls.LastOrDefault(r => r.Request.Method == method && UrlTemplate.Matches(path, PathOf(target, r.Url)));

    /// <summary>The address of a call without query: relative to the target's origin, whole elsewhere.</summary>
    public static string PathOf(Uri target, string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var address) ? "" : address.Authority == target.Authority ? address.AbsolutePath : address.GetLeftPart(UriPartial.Path);

    /// <summary>Whether the answer could be read at all, and its JSON, which is null when it is none.</summary>
    public static async Task<(bool Readable, JsonDocument? Body)> BodyAsync(IResponse response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await response.BodyAsync().WaitAsync(BodyLimit, cancellationToken);
            return bytes.Length > MaxBodyBytes ? (false, null) : (true, JsonDocument.Parse(bytes, Parsing));
        }
        catch (JsonException)
        {
            return (true, null);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return (false, null);
        }
    }

    private static string MediaType(IResponse response) => PageText.Clean(response.Headers.GetValueOrDefault("content-type") ?? "no content type", 100);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
