using TestForge.Engine.Scripting.Gherkin;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes a plan as features that Playwright Test runs by playwright-bdd.</summary>
internal sealed class TypeScriptGherkinEmitter : IScriptEmitter
{
    private const string Folder = "TypeScript";

    public ScriptLanguage Language => ScriptLanguage.TypeScriptGherkin;

    public ScriptProject Emit(TestPlan plan)
    {
        var names = new NamedPlan(plan);
        var things = new NamedThings(names);
        var use = new PlanUse(plan, everything: true);
        var files = TypeScriptEmitter.CommonFiles(names, use);
        files[".gitignore"] = files[".gitignore"] + ".features-gen/\n";
        files["README.md"] = Readme.Write(Folder, "README-gherkin.md", names, use);
        files["eslint.config.mjs"] = Template.Read(Folder, "gherkin-eslint.config.mjs");
        files["package.json"] = Template.Read(Folder, "gherkin-package.json");
        files["playwright.config.ts"] = Replaced(
            Replaced(files["playwright.config.ts"], "import { browserPath }", "import { defineBddConfig } from 'playwright-bdd';\nimport { browserPath }"),
            "testDir: './tests',",
            "testDir: defineBddConfig({ features: 'features/*.feature', steps: ['steps/*.ts', 'support/test.ts'] }),");
        files["steps/parameters.ts"] = Template.Read(Folder, "gherkin-parameters.ts");
        files["steps/steps.ts"] = Template.Read(
            Folder,
            "gherkin-steps.ts",
            ("consent-import", use.Consent ? "import { consentAnswered } from '../support/consent';\n" : ""),
            ("consent", use.Consent ? "\n  await consentAnswered(page);" : ""));
        files["support/elements.ts"] = Elements(names, things);
        files["support/references.ts"] = Template.Read(Folder, "gherkin-values.ts");
        files["support/test.ts"] = TypeScriptFeatureFixtures.Write(use);
        foreach (var (file, text) in GherkinWriter.WriteRunnable(names, things))
        {
            files[$"features/{file}"] = text;
        }

        return new(Language, files);
    }

    private static string Elements(NamedPlan names, NamedThings things)
    {
        var source = new SourceWriter(2);
        source.Line("import type { Locator, Page } from '@playwright/test';");
        foreach (var page in names.Pages)
        {
            source.Line($"import {{ {page.ClassName} }} from '../pages/{page.FileName}';");
        }

        source.Line("import type { CaseValues } from './values';").Line()
            .Line("/** What the features call what is on the pages. */")
            .Open("export const elements: Partial<Record<string, (page: Page, values: CaseValues) => Locator>> = {");
        foreach (var (name, id) in things.Elements)
        {
            var (page, element) = names.Find(id);
            source.Line(element.Element.Locator.IsBound
                ? $"{SingleQuoted(name)}: (page, values) => {TypeScriptLocators.Expression("page", element.Element.Locator)},"
                : $"{SingleQuoted(name)}: (page) => new {page.ClassName}(page).{Words.Camel(element.Member)},");
        }

        source.Close("};").Line()
            .Line("/** What the features call the pages. */")
            .Open("export const pages: Partial<Record<string, (page: Page) => { open: () => Promise<void> }>> = {");
        foreach (var page in names.Pages)
        {
            source.Line($"{SingleQuoted(things.Page(page))}: (page) => new {page.ClassName}(page),");
        }

        return source.Close("};").ToString();
    }

    private static string Replaced(string text, string part, string by) => text.Contains(part, StringComparison.Ordinal)
        ? text.Replace(part, by, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The template has no '{part}'.");
}
