using TestForge.Engine.Scripting.Gherkin;
using TestForge.Engine.Scripting.Source;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes the test function that step definitions are bound to.</summary>
internal static class TypeScriptFeatureFixtures
{
    public static string Write(PlanUse use)
    {
        var source = new SourceWriter(2);
        source.Line("import type { Locator } from '@playwright/test';").Line("import { test as base } from 'playwright-bdd';");
        if (use.Consent)
        {
            source.Line("import { answerConsent } from './consent';");
        }

        source.Line("import { elements } from './elements';").Line("import { PageWatch } from './page-watch';");
        if (use.Login)
        {
            source.Line("import { signIn, type Session } from './sign-in';");
        }

        source.Line("import { CaseValues } from './values';").Line().Line("export { expect } from '@playwright/test';").Line()
            .Open("interface Fixtures {")
            .Line("/** What the page logged, requested and was answered. */")
            .Line("watch: PageWatch;")
            .Line("/** What the scenario has made up and noted. */")
            .Line("values: CaseValues;")
            .Line("/** Finds what a feature calls by its name in support/elements.ts. */")
            .Line("locate: (name: string) => Locator;")
            .Close("}").Line();
        if (use.Login)
        {
            source.Open("interface WorkerFixtures {")
                .Line("/** A signed-in session, made once by each worker and kept in its memory. */")
                .Line("session: Session;").Close("}").Line();
        }

        source.Open(use.Login ? "export const test = base.extend<Fixtures, WorkerFixtures>({" : "export const test = base.extend<Fixtures>({");
        if (use.Login)
        {
            source.Open("session: [async ({ browser }, use) => {")
                .Line("await use(process.env.TESTFORGE_STORAGE_STATE || (await signIn(browser)));")
                .Close("}, { scope: 'worker', timeout: 60_000 }],").Line();
        }

        var session = use.Login ? "session" : "storageState";
        source.Line("// Nobody is signed in where a scenario says so.")
            .Line($"storageState: ({{ $tags, {session} }}, use) => use($tags.includes('@{GherkinWriter.SignedOut}') ? {{ cookies: [], origins: [] }} : {session}),").Line();
        if (use.Consent)
        {
            source.Open("page: async ({ page }, use) => {").Line("await answerConsent(page);").Line("await use(page);").Close("},").Line();
        }

        return source.Line("// Watches every scenario, also those that do not ask for it: it answers dialogs and closes pop-ups.")
            .Line("watch: [({ page }, use) => use(new PageWatch(page)), { auto: true }],")
            .Line("values: ({}, use, test) => use(new CaseValues(`${test.testId} ${String(test.retry)}`)),").Line()
            .Open("locate: ({ page, values }, use) =>")
            .Open("use((name) => {")
            .Line("const element = elements[name];")
            .Open("if (element === undefined) {").Line("throw new Error(`support/elements.ts has no element '${name}'.`);").Close("}").Line()
            .Line("return element(page, values);")
            .Close("}),").Close()
            .Close("});").ToString();
    }
}
