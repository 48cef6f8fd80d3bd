using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes the test function that gives each test its page objects.</summary>
internal static class TypeScriptFixtures
{
    public static string Write(NamedPlan names, PlanUse use)
    {
        var source = new SourceWriter(2);
        source.Line("import { test as base } from '@playwright/test';");
        foreach (var page in names.Pages)
        {
            source.Line($"import {{ {page.ClassName} }} from '../pages/{page.FileName}';");
        }

        if (use.Consent)
        {
            source.Line("import { answerConsent } from './consent';");
        }

        source.Line("import { PageWatch } from './page-watch';");
        if (use.Login)
        {
            source.Line("import { signIn, type Session } from './sign-in';");
        }

        source.Line("import { CaseValues } from './values';").Line().Line("export { expect } from '@playwright/test';").Line()
            .Open("interface Fixtures {")
            .Line("/** What the page logged, requested and was answered. */")
            .Line("watch: PageWatch;")
            .Line("/** What the test has made up and noted. */")
            .Line("values: CaseValues;");
        foreach (var page in names.Pages)
        {
            source.Line($"{Words.Camel(page.ClassName)}: {page.ClassName};");
        }

        source.Close("}");
        if (use.Login)
        {
            source.Line().Open("interface WorkerFixtures {")
                .Line("/** A signed-in session, made once by each worker and kept in its memory. */")
                .Line("session: Session;").Close("}");
        }

        source.Line().Open(use.Login ? "export const test = base.extend<Fixtures, WorkerFixtures>({" : "export const test = base.extend<Fixtures>({");
        if (use.Login)
        {
            source.Open("session: [async ({ browser }, use) => {")
                .Line("await use(process.env.TESTFORGE_STORAGE_STATE || (await signIn(browser)));")
                .Close("}, { scope: 'worker', timeout: 60_000 }],")
                .Line("storageState: ({ session }, use) => use(session),").Line();
        }

        if (use.Consent)
        {
            source.Open("page: async ({ page }, use) => {").Line("await answerConsent(page);").Line("await use(page);").Close("},").Line();
        }

        source.Line("// Watches every test, also those that do not ask for it: it answers dialogs and closes pop-ups.")
            .Line("watch: [({ page }, use) => use(new PageWatch(page)), { auto: true }],")
            .Line("values: ({}, use, test) => use(new CaseValues(`${test.testId} ${String(test.retry)}`)),");
        if (names.Pages.Count > 0)
        {
            source.Line();
        }

        foreach (var page in names.Pages)
        {
            source.Line($"{Words.Camel(page.ClassName)}: ({{ page }}, use) => use(new {page.ClassName}(page)),");
        }

        return source.Close("});").ToString();
    }
}
