using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>Keeps pictures, fonts, sound and film from being loaded in a tab of which no picture is taken.</summary>
internal static class PictureBlock
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly string[] Patterns =
    [
        .. "png jpg jpeg gif webp avif svg ico woff woff2 ttf otf mp3 mp4 ogg webm wav m4a mov"
            .Split(' ').SelectMany(end => new[] { $"*.{end}", $"*.{end}?*" }),
    ];

    public static async Task AttachAsync(IPage page, CancellationToken cancellationToken)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page).WaitAsync(Limit, cancellationToken);
        await cdp.SendAsync("Network.enable", new Dictionary<string, object> { ["maxTotalBufferSize"] = 0, ["maxResourceBufferSize"] = 0 }).WaitAsync(Limit, cancellationToken);
        await cdp.SendAsync("Network.setBlockedURLs", new Dictionary<string, object> { ["urls"] = Patterns }).WaitAsync(Limit, cancellationToken);
    }
}
