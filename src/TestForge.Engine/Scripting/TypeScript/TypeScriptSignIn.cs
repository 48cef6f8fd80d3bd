using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes how a worker signs in.</summary>
internal static class TypeScriptSignIn
{
    public static string Write(LoginSpec login, bool consent)
    {
        var steps = login.Steps.Select(Step).ToArray();
        var source = new SourceWriter(2);
        source.Line("import { expect, type Browser, type BrowserContext } from '@playwright/test';");
        if (consent)
        {
            source.Line("import { answerConsent } from './consent';");
        }

        if (login.Steps.Any(s => ReferenceText.Variables(s.Value ?? "").Any()))
        {
            source.Line("import { environment } from './environment';");
        }

        source.Line("import { contextOptions } from './settings';").Line()
            .Line("/** A storage state: what the browser holds, or the path of a file with it. */")
            .Line("export type Session = string | Awaited<ReturnType<BrowserContext['storageState']>>;").Line()
            .Line("const limit = { timeout: 10_000 };").Line()
            .Line("/** Signs in as a user would, and returns the session that this leaves in the browser. */")
            .Open("export async function signIn(browser: Browser): Promise<Session> {")
            .Line("const context = await browser.newContext(contextOptions);")
            .Open("try {")
            .Line("const page = await context.newPage();")
            .Lines(consent ? ["await answerConsent(page);"] : [])
            .Line($"await page.goto({SingleQuoted(login.Url)}, {{ waitUntil: 'domcontentloaded' }});")
            .Lines(steps);
        if (login.Success.Visible is { } visible)
        {
            source.Line($"await expect({TypeScriptLocators.Expression("page", visible)}.filter({{ visible: true }}).first()).toBeVisible(limit);");
        }

        if (login.Success.Url is { } url)
        {
            // Applications add a query or a fragment after signing in; only one that was asked for must be there.
            var wanted = url.AsSpan().ContainsAny('?', '#') ? SingleQuoted(url) : $"({{ pathname }}) => pathname === {SingleQuoted(url)}";
            source.Line($"await expect(page).toHaveURL({wanted}, limit);");
        }

        source.Line("return await context.storageState();")
            .Between("} finally {").Line("await context.close();").Close("}");
        return source.Close("}").ToString();
    }

    private static string Step(LoginStep step)
    {
        var locator = TypeScriptLocators.Expression("page", step.Locator);
        return step.Do switch
        {
            "fill" => $"await {locator}.fill({TypeScriptValues.Value(step.Value ?? "", v => $"environment({SingleQuoted(v)})")}, limit);",
            "click" => $"await {locator}.click(limit);",
            "check" => $"await {locator}.check(limit);",
            "press" => $"await {locator}.press({SingleQuoted(step.Value ?? "Enter")}, limit);",
            _ => throw new StageException("session.bad_login", $"A login step says '{step.Do}'; it can be fill, click, check or press.", retryable: false),
        };
    }
}
