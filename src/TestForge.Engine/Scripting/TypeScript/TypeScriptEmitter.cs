using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes a plan as a project for Playwright Test.</summary>
internal sealed class TypeScriptEmitter : IScriptEmitter
{
    private const string Folder = "TypeScript";

    public ScriptLanguage Language => ScriptLanguage.TypeScript;

    public ScriptProject Emit(TestPlan plan)
    {
        var names = new NamedPlan(plan);
        var use = new PlanUse(plan);
        var files = CommonFiles(names, use);
        files["support/test.ts"] = TypeScriptFixtures.Write(names, use);
        foreach (var feature in names.Features)
        {
            files[$"tests/{feature.FileName}.spec.ts"] = TypeScriptSpecs.Write(names, feature);
        }

        return new(Language, files);
    }

    /// <summary>What the project has however its cases are written.</summary>
    public static SortedDictionary<string, string> CommonFiles(NamedPlan names, PlanUse use)
    {
        var plan = names.Plan;
        var origin = plan.Target.GetLeftPart(UriPartial.Authority);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [".gitignore"] = Template.Read(Folder, "gitignore"),
            ["README.md"] = Readme.Write(Folder, "README.md", names, use),
            ["eslint.config.mjs"] = Template.Read(Folder, "eslint.config.mjs"),
            ["package.json"] = Template.Read(Folder, use.Accessibility ? "package-with-axe.json" : "package.json"),
            ["playwright.config.ts"] = Template.Read(
                Folder,
                "playwright.config.ts",
                ("tolerance", use.Pictures ? ", toHaveScreenshot: { maxDiffPixels: 50 }" : ""),
                ("baselines", use.Pictures ? "  snapshotPathTemplate: 'baselines/{arg}-chromium-{platform}{ext}',\n" : "")),
            ["tsconfig.json"] = Template.Read(Folder, "tsconfig.json"),
            ["support/browser.ts"] = Template.Read(Folder, "browser.ts"),
            ["support/page-watch.ts"] = Template.Read(Folder, "page-watch.ts"),
            ["support/settings.ts"] = Template.Read(Folder, "settings.ts", ("origin", SingleQuoted(origin))),
            ["support/values.ts"] = Template.Read(Folder, "values.ts"),
        };
        if (use.Accessibility)
        {
            files["support/accessibility.ts"] = Template.Read(Folder, "accessibility.ts");
        }

        if (use.EscapedAddresses || use.AddressTemplates)
        {
            files["support/address.ts"] = Template.Read(Folder, "address.ts");
        }

        if (use.Layout)
        {
            files["support/layout.ts"] = Template.Read(Folder, "layout.ts");
        }

        if (use.Texts)
        {
            files["support/texts.ts"] = Template.Read(Folder, "texts.ts");
        }

        if (use.Lists)
        {
            files["support/lists.ts"] = Template.Read(Folder, "lists.ts");
        }

        if (use.BoundedDates)
        {
            files["support/dates.ts"] = Template.Read(Folder, "dates.ts");
        }

        if (use.WebVitals)
        {
            files["support/vitals.ts"] = Template.Read(Folder, "vitals.ts");
        }

        if (use.Pictures)
        {
            files["support/pictures.ts"] = Template.Read(Folder, "pictures.ts");
        }

        if (use.Calls)
        {
            files["support/calls.ts"] = Template.Read(Folder, "calls.ts");
        }

        if (use.Links)
        {
            files["support/links.ts"] = Template.Read(Folder, "links.ts");
        }

        if (use.Environment)
        {
            files["support/environment.ts"] = Template.Read(Folder, "environment.ts");
        }

        if (plan.Login is { } login)
        {
            files["support/sign-in.ts"] = TypeScriptSignIn.Write(login, plan.Consent is not null);
        }

        if (plan.Consent is { } consent)
        {
            files["support/consent.ts"] = TypeScriptConsent.Write(consent);
        }

        foreach (var page in names.Pages)
        {
            files[$"pages/{page.FileName}.ts"] = TypeScriptPages.Write(page, names.Methods);
        }

        return files;
    }
}
