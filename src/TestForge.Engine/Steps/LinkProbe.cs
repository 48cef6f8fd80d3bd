using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Steps;

/// <summary>Asks for addresses without opening them, with the session's cookies.</summary>
internal sealed class LinkProbe(IBrowserContext context, Uri target)
{
    private const int AtOnce = 6;
    private const float LimitMilliseconds = 10_000;

    public async Task<CheckMismatch?> CheckAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        using var gate = new SemaphoreSlim(AtOnce);
        var broken = (await Task.WhenAll(paths.Select(p => ProbeAsync(p, gate, cancellationToken)))).OfType<string>().ToArray();
        return broken.Length == 0 ? null : new("A link no longer works.", "every link answers below 400", string.Join("; ", broken));
    }

    private async Task<string?> ProbeAsync(string path, SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var response = await context.APIRequest.GetAsync(new Uri(target, path).AbsoluteUri, new() { Timeout = LimitMilliseconds, MaxRedirects = 10 }).WaitAsync(cancellationToken);
            var status = response.Status;
            await response.DisposeAsync();
            return status >= 400 ? $"{path}: {status}" : null;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return $"{path}: {PageText.Clean(e.Message, 120)}";
        }
        finally
        {
            gate.Release();
        }
    }
}
