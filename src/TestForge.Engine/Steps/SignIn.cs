using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Signs in as a login file says, and makes sure it worked.</summary>
internal static class SignIn
{
    private const float LimitMilliseconds = 10_000;

    /// <summary>Throws <c>session.login_failed</c> with what was seen; never with what was typed.</summary>
    public static async Task PerformAsync(BrowserSession session, LoginSpec login, Uri target, CancellationToken cancellationToken)
    {
        var page = session.Page;
        var doing = "opening the sign-in page";
        try
        {
            await page.GotoAsync(new Uri(target, login.Url).AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded }).WaitAsync(cancellationToken);
            for (var i = 0; i < login.Steps.Count; i++)
            {
                doing = $"step {i + 1} ({login.Steps[i].Do} {login.Steps[i].Locator})";
                await DoAsync(page.Locate(login.Steps[i].Locator), login.Steps[i]).WaitAsync(cancellationToken);
            }

            doing = "waiting for the signs of success";
            if (login.Success.Visible is { } visible)
            {
                await Assertions.Expect(page.Locate(visible)).ToBeVisibleAsync(new() { Timeout = LimitMilliseconds }).WaitAsync(cancellationToken);
            }

            if (login.Success.Url is { } path)
            {
                await page.WaitForURLAsync(new Uri(target, path).AbsoluteUri, new() { Timeout = LimitMilliseconds, WaitUntil = WaitUntilState.DOMContentLoaded }).WaitAsync(cancellationToken);
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new StageException(
                "session.login_failed",
                $"Signing in failed while {doing}; the browser was at {SecretsInUrls.Hide(page.Url)}. Check the login file and the environment variables it names.",
                retryable: false);
        }
    }

    private static Task DoAsync(ILocator locator, LoginStep step) => step.Do switch
    {
        "fill" => locator.FillAsync(EnvironmentValues.Resolve(step.Value ?? ""), new() { Timeout = LimitMilliseconds }),
        "click" => locator.ClickAsync(new() { Timeout = LimitMilliseconds }),
        "check" => locator.CheckAsync(new() { Timeout = LimitMilliseconds }),
        "press" => locator.PressAsync(step.Value ?? "Enter", new() { Timeout = LimitMilliseconds }),
        _ => throw new StageException("session.bad_login", $"A login step says '{step.Do}'; it can be fill, click, check or press.", retryable: false),
    };
}
