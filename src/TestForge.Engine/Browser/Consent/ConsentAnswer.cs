using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser.Consent;

/// <summary>Answers consent banners as a visitor who wants to give least away. One for each browser context.</summary>
internal sealed class ConsentAnswer
{
    private const float Limit = 1_500;

    /// <summary>A banner that stays after its answer is left alone.</summary>
    private const int MaxFutile = 3;

    private const string Button = "([overlay, button]) => window[Symbol.for('testforge.consent')]?.[overlay]?.[button]";

    private int _futile;

    /// <summary>Presses a button of the banner that lies over the page, if one does.</summary>
    /// <returns>What was answered; the page must be read again then. Null when there was none.</returns>
    public async Task<ConsentBanner?> TryAsync(IPage page, IReadOnlyList<FactsOverlay> overlays, CancellationToken cancellationToken)
    {
        if (overlays.Count == 0 || _futile >= MaxFutile || !Uri.TryCreate(page.Url, UriKind.Absolute, out var at))
        {
            return null;
        }

        try
        {
            if (ConsentRule.Choose(overlays, at) is var (overlay, button, kind))
            {
                return await PressAsync(page, page.MainFrame, overlay, button, kind, null, cancellationToken);
            }

            foreach (var frame in overlays.Where(ConsentRule.MayHoldBanner).Take(2))
            {
                if (await InFrameAsync(page, frame, at, cancellationToken) is { } banner)
                {
                    return banner;
                }
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // It went by itself, or cannot be pressed by a visitor either.
            cancellationToken.ThrowIfCancellationRequested();
            _futile++;
        }

        return null;
    }

    private async Task<ConsentBanner?> InFrameAsync(IPage page, FactsOverlay overlay, Uri at, CancellationToken cancellationToken)
    {
        if (await (await HandleAsync(page.MainFrame, overlay.At, 0, cancellationToken)).ContentFrameAsync().WaitAsync(cancellationToken) is not { } frame)
        {
            return null;
        }

        var json = await frame.EvaluateAsync<string>(PageScripts.Overlay).WaitAsync(TimeSpan.FromMilliseconds(Limit), cancellationToken);
        var inner = JsonSerializer.Deserialize<FactsOverlay[]>(json, ArtifactJson.Compact)!;
        return ConsentRule.Choose(inner.Select(o => o with { Known = overlay.Known ?? o.Known }), Uri.TryCreate(frame.Url, UriKind.Absolute, out var url) ? url : at) is var (chosen, button, kind)
            ? await PressAsync(page, frame, chosen, button, kind, overlay.Css, cancellationToken)
            : null;
    }

    private async Task<ConsentBanner> PressAsync(IPage page, IFrame frame, FactsOverlay overlay, int button, string kind, string? frameCss, CancellationToken cancellationToken)
    {
        var was = page.Url;
        var handle = await HandleAsync(frame, overlay.At, button + 1, cancellationToken);
        await handle.ClickAsync(new() { Timeout = Limit }).WaitAsync(cancellationToken);

        // Gone is gone, also with its page: some answers load it again.
        if (!await Bounded.TryAsync(handle.WaitForElementStateAsync(ElementState.Hidden, new() { Timeout = 2 * Limit }), TimeSpan.FromSeconds(5)) && await StaysAsync(handle))
        {
            _futile++;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (page.Url.Split('#')[0] != was.Split('#')[0])
        {
            await page.GotoAsync(was, new() { WaitUntil = WaitUntilState.Commit }).WaitAsync(cancellationToken);
        }

        var pressed = overlay.Buttons[button];
        return new(SecretsInUrls.Hide(was), PageText.Clean(pressed.Name, 80), ConsentRule.Done(kind), LocatorOf(overlay, pressed, frameCss));
    }

    private static async Task<bool> StaysAsync(IElementHandle handle)
    {
        var visible = handle.IsVisibleAsync();
        return await Bounded.TryAsync(visible, TimeSpan.FromSeconds(2)) && await visible;
    }

    private static async Task<IElementHandle> HandleAsync(IFrame frame, int overlay, int button, CancellationToken cancellationToken) =>
        (await frame.EvaluateHandleAsync(Button, new[] { overlay, button }).WaitAsync(TimeSpan.FromMilliseconds(Limit), cancellationToken)).AsElement()
        ?? throw new PlaywrightException("The banner has gone.");

    // By its words within the banner, as a person would say it; by its place when it has no words or does not say that it is a button.
    private static LocatorSpec LocatorOf(FactsOverlay overlay, FactsOverlayButton button, string? frameCss)
    {
        var exact = PageText.Clean(button.Name) == button.Name && button.Name.Length is > 0 and < 80;
        var unique = exact && button.Role == "button" && overlay.Buttons.Count(b => b.Name == button.Name) == 1;
        string[] frames = frameCss is null ? [] : [frameCss];
        return unique
            ? new() { Kind = LocatorKind.Role, Value = "button", Name = button.Name, Within = new() { Kind = LocatorKind.Css, Value = overlay.Css }, Frames = frames }
            : new() { Kind = LocatorKind.Css, Value = button.Css, Frames = frames };
    }
}
