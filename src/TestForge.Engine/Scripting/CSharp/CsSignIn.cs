using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Signing in once for all tests.</summary>
internal static class CsSignIn
{
    public static string Write(LoginSpec? login)
    {
        var code = new CodeWriter("    ");
        code.Line("using Microsoft.Playwright;");
        if (login?.Success.Visible is not null)
        {
            code.Line("using static Microsoft.Playwright.Assertions;");
        }

        code.Line().Line("namespace EndToEndTests.Support;").Line();
        code.Line("/// <summary>Gives tests the state they start with.</summary>").Line("public static class SignIn").Line("{");
        code.Indent();
        if (login is null)
        {
            code.Line("/// <summary>The application is tested without signing in.</summary>");
            code.Line("public static Task<string?> StorageStateAsync(IBrowser browser) => Task.FromResult<string?>(null);");
        }
        else
        {
            WriteLogin(code, login);
        }

        code.Dedent();
        return code.Line("}").ToString();
    }

    private static void WriteLogin(CodeWriter code, LoginSpec login)
    {
        code.Line("/// <summary>Signs in and returns the state as JSON.</summary>");
        code.Line("public static async Task<string?> StorageStateAsync(IBrowser browser)").Line("{");
        code.Indent();
        code.Line("await using var context = await browser.NewContextAsync(new() { BaseURL = Settings.BaseUrl });");
        code.Line("var page = await context.NewPageAsync();");
        code.Line($"await page.GotoAsync({Cs.Text(login.Url)}, new() {{ WaitUntil = WaitUntilState.DOMContentLoaded }});");
        foreach (var step in login.Steps)
        {
            var locator = CsLocators.Write(step.Locator, "page");
            code.Line(step.Do switch
            {
                "fill" => $"await {locator}.FillAsync({Cs.Value(step.Value ?? "")});",
                "check" => $"await {locator}.CheckAsync();",
                "press" => $"await {locator}.PressAsync({Cs.Text(step.Value ?? "Enter")});",
                _ => $"await {locator}.ClickAsync();",
            });
        }

        if (login.Success.Visible is { } visible)
        {
            code.Line($"await Expect({CsLocators.Write(visible, "page")}).ToBeVisibleAsync();");
        }

        if (login.Success.Url is { } url)
        {
            code.Line($"await page.WaitForURLAsync({Cs.Text(url)});");
        }

        code.Line("return await context.StorageStateAsync();");
        code.Dedent();
        code.Line("}");
    }
}
