using System.Text.RegularExpressions;
using TestForge.Engine.Scripting.CSharp;
using TestForge.Engine.Scripting.Gherkin;
using TestForge.Engine.Scripting.TypeScript;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>What a page says is data in every file that is written, never source.</summary>
public sealed partial class HostileTextTests
{
    private static readonly Uri Target = new("https://shop.example/");

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Typescript_made_of_hostile_text_compiles()
    {
        using var project = await LaidProject.TypeScriptAsync(HostilePlan.Of(Target));

        var (exit, output) = await project.TypeCheckAsync();

        exit.ShouldBe(0, output);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Csharp_made_of_hostile_text_builds_without_warnings()
    {
        using var project = await LaidProject.CSharpAsync(HostilePlan.Of(Target));

        var (exit, output) = await project.DotnetAsync("build", "-warnaserror", "--nologo", "-v", "quiet", "-p:PlaywrightPlatform=none");

        exit.ShouldBe(0, output);
    }

    [Fact]
    public void File_names_are_plain_and_unique_without_regard_to_case()
    {
        var plan = HostilePlan.Of(Target);
        var typescript = new TypeScriptEmitter().Emit(plan).Files.Keys.ToArray();
        var csharp = new CSharpEmitter().Emit(plan).Files.Keys.ToArray();

        typescript.Where(f => f.StartsWith("pages/", StringComparison.Ordinal) || f.StartsWith("tests/", StringComparison.Ordinal))
            .ShouldAllBe(f => PlainFile().IsMatch(f));
        csharp.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).ShouldAllBe(f => PlainClass().IsMatch(f));
        typescript.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(typescript.Length);
        csharp.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(csharp.Length);
    }

    [Fact]
    public void Gherkin_made_of_hostile_text_parses_and_keeps_every_case_and_step()
    {
        var plan = HostilePlan.Of(Target);

        var documents = GherkinWriter.Write(plan).Select(d => new global::Gherkin.Parser().Parse(new StringReader(d.Value))).ToArray();

        var scenarios = documents.SelectMany(d => d.Feature.Children).Cast<global::Gherkin.Ast.Scenario>().ToArray();
        scenarios.Length.ShouldBe(plan.Cases.Count);
        scenarios.Sum(s => s.Steps.Count()).ShouldBe(plan.Cases.Sum(c => c.Steps.Count));
    }

    [GeneratedRegex("^(pages|tests)/[a-z0-9-]+(\\.spec)?\\.ts$")]
    private static partial Regex PlainFile();

    [GeneratedRegex("^(Pages|Features|Support)/[A-Za-z0-9]+\\.cs$")]
    private static partial Regex PlainClass();
}
