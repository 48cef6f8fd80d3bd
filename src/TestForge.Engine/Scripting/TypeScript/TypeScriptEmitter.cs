using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes a project for @playwright/test.</summary>
internal sealed class TypeScriptEmitter : IScriptEmitter
{
    private static readonly string[] Support = ["support/page-watch.ts", "support/checks.ts", "support/secret.ts", "tsconfig.json", "README.md"];

    public ScriptLanguage Language => ScriptLanguage.TypeScript;

    public ScriptProject Emit(TestPlan plan)
    {
        var names = new PlanNames(plan);
        var usesAxe = plan.Cases.SelectMany(c => c.Steps).Any(s => s.Action is StepAction.ExpectAccessible);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Support)
        {
            files[file] = Template(file);
        }

        files[".gitignore"] = "node_modules/\ntest-results/\nplaywright-report/\n.auth/\n";
        files["package.json"] = Template("package.json").Replace("\"axe\": \"\",\n    ", usesAxe ? "\"@axe-core/playwright\": \"4.14.0\",\n    " : "", StringComparison.Ordinal);
        files["playwright.config.ts"] = Template("playwright.config.ts").Replace("'ORIGIN'", Ts.Text(plan.Target.GetLeftPart(UriPartial.Authority)), StringComparison.Ordinal);
        files["support/fixtures.ts"] = TsFixtures.Write(plan, names);
        if (usesAxe)
        {
            files["support/accessibility.ts"] = Template("support/accessibility.ts");
        }

        foreach (var page in names.Pages)
        {
            files[$"pages/{page.File}.ts"] = TsPages.Write(page, names);
        }

        foreach (var feature in plan.Features)
        {
            var cases = plan.Cases.Where(c => c.FeatureId == feature.Id).ToArray();
            if (cases.Length > 0)
            {
                files[$"tests/{FileNames.Safe(feature.Id)}.spec.ts"] = new TsSpec(names).Write(feature, cases);
            }
        }

        return new(Language, files);
    }

    private static string Template(string name) => EmbeddedText.Read($"Scripting/TypeScript/Template/{name}.txt");
}
