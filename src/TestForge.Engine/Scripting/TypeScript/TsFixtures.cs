using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Fixtures: page objects on demand, the watch always, and the signed-in state where there is a login.</summary>
internal static class TsFixtures
{
    public static string Write(TestPlan plan, PlanNames names)
    {
        var code = new CodeWriter("  ");
        var pages = names.Pages.ToArray();
        code.Line(plan.Login is null ? "import { test as base } from '@playwright/test';" : "import { expect, test as base } from '@playwright/test';");
        foreach (var page in pages)
        {
            code.Line($"import {{ {page.Class} }} from '../pages/{page.File}';");
        }

        code.Line("import { PageWatch } from './page-watch';");
        if (plan.Login is not null)
        {
            code.Line("import { secret } from './secret';");
        }

        code.Line().Line("type Fixtures = {");
        code.Indent();
        code.Line("/** What the page logged and requested since the test began. */").Line("watch: PageWatch;");
        foreach (var page in pages)
        {
            code.Line($"{page.Variable}: {page.Class};");
        }

        code.Dedent();
        code.Line("};").Line();
        code.Line(plan.Login is null ? "export const test = base.extend<Fixtures>({" : "export const test = base.extend<Fixtures, { signedInState: string }>({");
        code.Indent();
        code.Line("watch: [async ({ page, baseURL }, use) => { await use(new PageWatch(page, baseURL ?? '')); }, { auto: true }],");
        foreach (var page in pages)
        {
            code.Line($"{page.Variable}: async ({{ page }}, use) => {{ await use(new {page.Class}(page)); }},");
        }

        if (plan.Login is { } login)
        {
            WriteLogin(code, login);
        }

        code.Dedent();
        return code.Line("});").Line().Line("export { expect } from '@playwright/test';").ToString();
    }

    private static void WriteLogin(CodeWriter code, LoginSpec login)
    {
        code.Line("storageState: async ({ signedInState }, use) => { await use(signedInState); },");
        code.Line("// Signs in once for each worker; every test starts from a copy of that state.");
        code.Line("signedInState: [async ({ browser }, use, workerInfo) => {");
        code.Indent();
        code.Line("const path = `.auth/worker-${workerInfo.workerIndex}.json`;");
        code.Line("const page = await browser.newPage({ baseURL: workerInfo.project.use.baseURL, storageState: undefined });");
        code.Line($"await page.goto({Ts.Text(login.Url)}, {{ waitUntil: 'domcontentloaded' }});");
        foreach (var step in login.Steps)
        {
            var locator = TsLocators.Write(step.Locator, "page");
            var value = string.Join(" + ", EnvironmentParts.Split(step.Value ?? "").Select(p => p.IsVariable ? $"secret({Ts.Text(p.Text)})" : Ts.Text(p.Text)));
            code.Line(step.Do switch
            {
                "fill" => $"await {locator}.fill({(value.Length == 0 ? "''" : value)});",
                "check" => $"await {locator}.check();",
                "press" => $"await {locator}.press({Ts.Text(step.Value ?? "Enter")});",
                _ => $"await {locator}.click();",
            });
        }

        if (login.Success.Visible is { } visible)
        {
            code.Line($"await expect({TsLocators.Write(visible, "page")}).toBeVisible();");
        }

        if (login.Success.Url is { } url)
        {
            code.Line($"await page.waitForURL({Ts.Text(url)});");
        }

        code.Line("await page.context().storageState({ path });").Line("await page.close();").Line("await use(path);");
        code.Dedent();
        code.Line("}, { scope: 'worker' }],");
    }
}
