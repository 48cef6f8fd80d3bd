using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes a project for Microsoft.Playwright and xUnit.</summary>
internal sealed class CSharpEmitter : IScriptEmitter
{
    private static readonly string[] Support =
    [
        "EndToEndTests.csproj", "global.json", "Directory.Build.props", "Directory.Packages.props", "README.md",
        "Support/SharedBrowser.cs", "Support/PageTest.cs", "Support/PageWatch.cs", "Support/Checks.cs", "Support/Accessibility.cs",
    ];

    public ScriptLanguage Language => ScriptLanguage.CSharp;

    public ScriptProject Emit(TestPlan plan)
    {
        var names = new PlanNames(plan);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Support)
        {
            files[file] = Template(file);
        }

        files[".gitignore"] = "bin/\nobj/\n.auth/\n";
        files["Support/Settings.cs"] = Template("Support/Settings.cs").Replace("\"ORIGIN\"", Cs.Text(plan.Target.GetLeftPart(UriPartial.Authority)), StringComparison.Ordinal);
        files["Support/SignIn.cs"] = CsSignIn.Write(plan.Login);
        foreach (var page in names.Pages)
        {
            files[$"Pages/{page.Class}.cs"] = CsPages.Write(page, names);
        }

        var classes = new Identifiers(["PageTest", "Checks", "Settings", "SharedBrowser", "PageWatch", "SignIn", "Accessibility", .. names.Pages.Select(p => p.Class)]);
        foreach (var feature in plan.Features)
        {
            Add(feature, [.. plan.Cases.Where(c => c.FeatureId == feature.Id && !c.Anonymous)], signedOut: false);
            Add(feature, [.. plan.Cases.Where(c => c.FeatureId == feature.Id && c.Anonymous)], signedOut: true);
        }

        return new(Language, files);

        void Add(TestFeature feature, TestCase[] cases, bool signedOut)
        {
            if (cases.Length > 0)
            {
                var name = classes.Pascal($"{feature.Id} {(signedOut ? "signed out" : "")} tests", "FeatureTests");
                files[$"Features/{name}.cs"] = new CsTests(names).Write(name, feature, cases, signedOut);
            }
        }
    }

    private static string Template(string name) => EmbeddedText.Read($"Scripting/CSharp/Template/{name}.txt");
}
