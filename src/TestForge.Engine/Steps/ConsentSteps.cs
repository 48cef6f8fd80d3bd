using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Answers the consent banner that discovery met, wherever a fresh context shows it again.</summary>
internal sealed class ConsentSteps(IPage page, ConsentBanner consent)
{
    private const float ClickMilliseconds = 3_000;

    /// <summary>Banners come by scripts of their own, a moment after the page.</summary>
    private const float ComesWithinMilliseconds = 1_000;

    private const float LoadsWithinMilliseconds = 5_000;

    private readonly ILocator _button = page.Locate(consent.Locator);
    private bool _ready;
    private bool _answered;

    /// <summary>Has a banner that comes later answered when it stands in the way of a step.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!_ready)
        {
            _ready = true;
            await page.AddLocatorHandlerAsync(_button, button => button.ClickAsync(new() { Timeout = ClickMilliseconds })).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Answers the banner of the page just opened, so that what is looked at is the page.</summary>
    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        await Bounded.TryAsync(page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = LoadsWithinMilliseconds }), TimeSpan.FromMilliseconds(2 * LoadsWithinMilliseconds));
        cancellationToken.ThrowIfCancellationRequested();
        if (_answered || await Bounded.TryAsync(_button.WaitForAsync(new() { Timeout = ComesWithinMilliseconds }), TimeSpan.FromMilliseconds(2 * ComesWithinMilliseconds)))
        {
            _answered |= await AnswerIfShownAsync(cancellationToken);
        }
    }

    /// <summary>Answers the banner if the page shows it now, and tells whether it did.</summary>
    public async Task<bool> AnswerIfShownAsync(CancellationToken cancellationToken)
    {
        if (!await _button.IsVisibleAsync().WaitAsync(cancellationToken))
        {
            return false;
        }

        await _button.ClickAsync(new() { Timeout = ClickMilliseconds }).WaitAsync(cancellationToken);
        await _button.WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = ClickMilliseconds }).WaitAsync(cancellationToken);
        return true;
    }
}
