using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Browser.Consent;
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
        if (login.Success is { Url: null, Visible: null })
        {
            throw new StageException("session.bad_login", "The login file does not say how to tell that signing in worked. Give success.url, success.visible or both.", retryable: false);
        }

        var page = session.Page;
        var doing = "opening the sign-in page";
        LocatorSpec? at = null;
        try
        {
            await page.GotoAsync(new Uri(target, login.Url).AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded }).WaitAsync(cancellationToken);
            var facts = await PageReader.ReadAsync(page, new(Consent: true), cancellationToken);
            await new ConsentAnswer().TryAsync(page, facts.Overlays, cancellationToken);
            for (var i = 0; i < login.Steps.Count; i++)
            {
                at = login.Steps[i].Locator;
                doing = $"step {i + 1} ({login.Steps[i].Do} {login.Steps[i].Locator})";
                await DoAsync(page.Locate(login.Steps[i].Locator), login.Steps[i], session.Variables).WaitAsync(cancellationToken);
            }

            doing = "waiting for the signs of success";
            at = null;
            if (login.Success.Visible is { } visible)
            {
                // A sign may show more than once, as in a menu and its small twin.
                await Assertions.Expect(page.Locate(visible).Filter(new() { Visible = true }).First).ToBeVisibleAsync(new() { Timeout = LimitMilliseconds }).WaitAsync(cancellationToken);
            }

            if (login.Success.Url is { } path)
            {
                var wanted = new Uri(target, path);
                await page.WaitForURLAsync(url => IsAt(url, wanted), new() { Timeout = LimitMilliseconds, WaitUntil = WaitUntilState.DOMContentLoaded }).WaitAsync(cancellationToken);
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new StageException(
                "session.login_failed",
                $"Signing in failed while {doing}{Amount(await CountAsync(page, at))}; the browser was at {SecretsInUrls.Hide(page.Url)}{Answer(session)}. Check the login file and the environment variables it names.",
                retryable: false);
        }
    }

    /// <summary>Applications add a query or a fragment after signing in; only one that was asked for must be there.</summary>
    private static bool IsAt(string url, Uri wanted) => Uri.TryCreate(url, UriKind.Absolute, out var at)
        && at.Authority == wanted.Authority
        && at.AbsolutePath == wanted.AbsolutePath
        && (wanted.Query.Length == 0 || at.Query == wanted.Query)
        && (wanted.Fragment.Length == 0 || at.Fragment == wanted.Fragment);

    private static async Task<int?> CountAsync(IPage page, LocatorSpec? locator)
    {
        if (locator is null)
        {
            return null;
        }

        var count = page.Locate(locator).CountAsync();
        return await Bounded.TryAsync(count, TimeSpan.FromSeconds(2)) ? await count : null;
    }

    private static string Amount(int? count) => count switch
    {
        null or 1 => "",
        0 => ", whose locator finds nothing",
        _ => $", whose locator finds {count} elements",
    };

    private static string Answer(BrowserSession session) => session.Recorder.Document is { Status: >= 400 and var status } ? $", which answered {status}" : "";

    private static Task DoAsync(ILocator locator, LoginStep step, RunVariables variables) => step.Do switch
    {
        "fill" => locator.FillAsync(variables.Resolve(step.Value ?? ""), new() { Timeout = LimitMilliseconds }),
        "click" => locator.ClickAsync(new() { Timeout = LimitMilliseconds }),
        "check" => locator.CheckAsync(new() { Timeout = LimitMilliseconds }),
        "press" => locator.PressAsync(step.Value ?? "Enter", new() { Timeout = LimitMilliseconds }),
        _ => throw new StageException("session.bad_login", $"A login step says '{step.Do}'; it can be fill, click, check or press.", retryable: false),
    };
}
