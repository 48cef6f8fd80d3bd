using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes a plan as a project for Playwright for .NET with xUnit.</summary>
internal sealed class CSharpEmitter : IScriptEmitter
{
    private const string Folder = "CSharp";

    public ScriptLanguage Language => ScriptLanguage.CSharp;

    public ScriptProject Emit(TestPlan plan)
    {
        var names = new NamedPlan(plan);
        var use = new PlanUse(plan);
        var files = CommonFiles(names, use, packages: "", items: "");
        AddFeatures(names, files);
        return new(Language, files);
    }

    /// <summary>What the project has however its cases are written.</summary>
    /// <param name="names">The plan.</param>
    /// <param name="use">What its cases need.</param>
    /// <param name="packages">More lines among the package references.</param>
    /// <param name="items">More item groups.</param>
    public static SortedDictionary<string, string> CommonFiles(NamedPlan names, PlanUse use, string packages, string items)
    {
        var plan = names.Plan;
        var axe = use.Accessibility ? "    <PackageReference Include=\"Deque.AxeCore.Playwright\" Version=\"4.14.0\" />\n" : "";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [".editorconfig"] = Template.Read(Folder, "editorconfig"),
            [".gitignore"] = Template.Read(Folder, "gitignore"),
            ["Directory.Build.props"] = Template.Read(Folder, "Directory"),
            ["Directory.Build.targets"] = Template.Read(Folder, "Directory"),
            ["Directory.Packages.props"] = Template.Read(Folder, "Directory"),
            ["EndToEndTests.csproj"] = Template.Read(Folder, "EndToEndTests.csproj", ("axe", axe), ("packages", packages), ("items", items)),
            ["README.md"] = Readme.Write(Folder, "README.md", names, use),
            ["global.json"] = Template.Read(Folder, "global.json"),
            ["Support/BrowserTest.cs"] = Template.Read(Folder, "BrowserTest.cs", ("consent", use.Consent ? "\n        await Consent.AnswerAsync(_page);" : "")),
            ["Support/CaseValues.cs"] = Template.Read(Folder, "CaseValues.cs"),
            ["Support/PageWatch.cs"] = Template.Read(Folder, "PageWatch.cs"),
            ["Support/Settings.cs"] = Template.Read(Folder, "Settings.cs", ("origin", DoubleQuoted(plan.Target.GetLeftPart(UriPartial.Authority)))),
            ["Support/SharedBrowser.cs"] = Template.Read(Folder, use.Login ? "SharedBrowserWithLogin.cs" : "SharedBrowser.cs"),
        };
        if (use.Accessibility)
        {
            files["Support/Accessibility.cs"] = Template.Read(Folder, "Accessibility.cs");
        }

        if (use.Links)
        {
            files["Support/Links.cs"] = Template.Read(Folder, "Links.cs");
        }

        if (use.Lists)
        {
            files["Support/Lists.cs"] = Template.Read(Folder, "Lists.cs");
        }

        if (use.BoundedDates)
        {
            files["Support/Dates.cs"] = Template.Read(Folder, "Dates.cs");
        }

        if (use.WebVitals)
        {
            files["Support/Vitals.cs"] = Template.Read(Folder, "Vitals.cs");
        }

        if (use.Pictures)
        {
            files["Support/Pictures.cs"] = Template.Read(Folder, "Pictures.cs");
        }

        if (use.Calls)
        {
            files["Support/Calls.cs"] = Template.Read(Folder, "Calls.cs");
        }

        if (use.AddressTemplates)
        {
            files["Support/AddressLike.cs"] = Template.Read(Folder, "AddressLike.cs");
        }

        if (use.Polling)
        {
            files["Support/Eventually.cs"] = Template.Read(Folder, "Eventually.cs");
        }

        if (plan.Login is { } login)
        {
            files["Support/SignIn.cs"] = CSharpSignIn.Write(login, plan.Consent is not null);
        }

        if (plan.Consent is { } consent)
        {
            files["Support/Consent.cs"] = CSharpConsent.Write(consent);
        }

        foreach (var page in names.Pages)
        {
            files[$"Pages/{page.ClassName}.cs"] = CSharpPages.Write(page, names.Methods);
        }

        return files;
    }

    private static void AddFeatures(NamedPlan names, SortedDictionary<string, string> files)
    {
        var classes = new UniqueNames(names.Pages.Select(p => p.ClassName));
        foreach (var feature in names.Features)
        {
            Add(feature, "Tests", [.. feature.Cases.Where(c => !c.Case.Anonymous)], signedIn: true);
            Add(feature, "SignedOutTests", [.. feature.Cases.Where(c => c.Case.Anonymous)], signedIn: false);
        }

        void Add(NamedFeature feature, string suffix, NamedCase[] cases, bool signedIn)
        {
            if (cases.Length > 0)
            {
                var name = classes.Take(feature.ClassName + suffix);
                files[$"Features/{name}.cs"] = CSharpTests.Write(names, feature, name, cases, signedIn);
            }
        }
    }
}
