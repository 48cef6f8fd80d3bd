using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes how a run signs in.</summary>
internal static class CSharpSignIn
{
    public static string Write(LoginSpec login, bool consent)
    {
        var source = new SourceWriter(4);
        source.Line("namespace EndToEndTests.Support;").Line()
            .Line("/// <summary>Signs in once for all tests.</summary>")
            .Line("public static class SignIn").Open("{")
            .Line("private const float LimitMilliseconds = 10_000;").Line()
            .Line("/// <summary>Signs in as a user would, and returns the session that this leaves in the browser, as JSON.</summary>")
            .Line("public static async Task<string> PerformAsync(IBrowserContext context)").Open("{")
            .Line("context.SetDefaultTimeout(LimitMilliseconds);")
            .Line("var page = await context.NewPageAsync();")
            .Lines(consent ? ["await Consent.AnswerAsync(page);"] : [])
            .Line($"await page.GotoAsync({DoubleQuoted(login.Url)}, new() {{ WaitUntil = WaitUntilState.DOMContentLoaded }});")
            .Lines(login.Steps.Select(Step));
        if (login.Success.Visible is { } visible)
        {
            source.Line($"await Expect({CSharpLocators.Expression("page", visible)}.Filter(new() {{ Visible = true }}).First).ToBeVisibleAsync(new() {{ Timeout = LimitMilliseconds }});");
        }

        if (login.Success.Url is { } url)
        {
            // Applications add a query or a fragment after signing in; only one that was asked for must be there.
            source.Line(url.AsSpan().ContainsAny('?', '#')
                ? $"await Expect(page).ToHaveURLAsync({DoubleQuoted(url)}, new() {{ Timeout = LimitMilliseconds }});"
                : $"await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == {DoubleQuoted(url)}, new() {{ WaitUntil = WaitUntilState.DOMContentLoaded }});");
        }

        return source.Line("return await context.StorageStateAsync();").Close("}").Close("}").ToString();
    }

    private static string Step(LoginStep step)
    {
        var locator = CSharpLocators.Expression("page", step.Locator);
        return step.Do switch
        {
            "fill" => $"await {locator}.FillAsync({CSharpValues.Value(step.Value ?? "")});",
            "click" => $"await {locator}.ClickAsync();",
            "check" => $"await {locator}.CheckAsync();",
            "press" => $"await {locator}.PressAsync({DoubleQuoted(step.Value ?? "Enter")});",
            _ => throw new StageException("session.bad_login", $"A login step says '{step.Do}'; it can be fill, click, check or press.", retryable: false),
        };
    }
}
