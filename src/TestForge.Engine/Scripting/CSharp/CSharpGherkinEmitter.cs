using TestForge.Engine.Scripting.Gherkin;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes a plan as features that xUnit runs by Reqnroll.</summary>
internal sealed class CSharpGherkinEmitter : IScriptEmitter
{
    private const string Folder = "CSharp";

    public ScriptLanguage Language => ScriptLanguage.CSharpGherkin;

    public ScriptProject Emit(TestPlan plan)
    {
        var names = new NamedPlan(plan);
        var things = new NamedThings(names);
        var use = new PlanUse(plan, everything: true);
        var files = CSharpEmitter.CommonFiles(names, use, "    <PackageReference Include=\"Reqnroll\" Version=\"3.3.4\" />\n", Features);
        files["README.md"] = Readme.Write(Folder, "README-gherkin.md", names, use);
        files["Features/ScenarioTests.cs"] = Template.Read(Folder, "ScenarioTests.cs");
        files["Features/SignedOutScenarioTests.cs"] = Template.Read(Folder, "SignedOutScenarioTests.cs");
        files["Steps/PageSteps.cs"] = Template.Read(Folder, "PageSteps.cs", ("consent", use.Consent ? "\n        await Consent.AnsweredAsync(world.Page);" : ""));
        files["Support/Elements.cs"] = Elements(names, things);
        files["Support/GherkinScenario.cs"] = Template.Read(Folder, "GherkinScenario.cs");
        files["Support/ReqnrollInXunit.cs"] = Template.Read(Folder, "ReqnrollInXunit.cs");
        files["Support/ScenarioRunner.cs"] = Template.Read(Folder, "ScenarioRunner.cs");
        files["Support/ScenarioWorld.cs"] = Template.Read(Folder, "ScenarioWorld.cs");
        foreach (var (file, text) in GherkinWriter.WriteRunnable(names, things))
        {
            files[$"Features/{file}"] = text;
        }

        return new(Language, files);
    }

    private const string Features = """
          <ItemGroup>
            <Content Include="Features/*.feature" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>

        """;

    private static string Elements(NamedPlan names, NamedThings things)
    {
        var source = new SourceWriter(4);
        source.Lines(names.Pages.Count > 0 ? ["using EndToEndTests.Pages;", ""] : [])
            .Line("namespace EndToEndTests.Support;").Line()
            .Line("/// <summary>What the features call the pages and what is on them.</summary>")
            .Line("public static class Elements").Open("{")
            .Line("public static IReadOnlyDictionary<string, Func<IPage, CaseValues, ILocator>> Named { get; } = new Dictionary<string, Func<IPage, CaseValues, ILocator>>")
            .Open("{");
        foreach (var (name, id) in things.Elements)
        {
            var (page, element) = names.Find(id);
            source.Line(element.Element.Locator.IsBound
                ? $"[{DoubleQuoted(name)}] = (page, Values) => {CSharpLocators.Expression("page", element.Element.Locator)},"
                : $"[{DoubleQuoted(name)}] = (page, _) => new {page.ClassName}(page).{element.Member},");
        }

        source.Close("};").Line()
            .Line("/// <summary>How each page is opened.</summary>")
            .Line("public static IReadOnlyDictionary<string, Func<IPage, Task>> Pages { get; } = new Dictionary<string, Func<IPage, Task>>")
            .Open("{");
        foreach (var page in names.Pages)
        {
            source.Line($"[{DoubleQuoted(things.Page(page))}] = page => new {page.ClassName}(page).OpenAsync(),");
        }

        return source.Close("};").Close("}").ToString();
    }
}
