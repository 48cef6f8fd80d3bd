using TestForge.Engine.Scripting.TypeScript;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>The whole chain on an application that cannot be used before its consent banner has been answered.</summary>
public sealed class ConsentRunTests
{
    [Theory]
    [InlineData("plain", Traits = ["Category", "Slow"])]
    [InlineData("every", Traits = ["Category", "Slow"])]
    [InlineData("frame")]
    public async Task Cases_behind_a_consent_banner_are_designed_and_pass(string name)
    {
        await using var rig = await EngineRig.StartAsync(new ConsentSite().Map);

        var (plan, cases) = await DesignAsync(rig, name);
        var executed = await rig.RunAsync(Stages.Execute, new(Guid.Empty, plan, cases, [], new(), ExecutionBackends.InProcess, null));

        var results = await rig.LoadAsync<RunResults>(executed.Results);
        results.Cases.Count.ShouldBeGreaterThan(5);
        results.Cases.Where(c => c.Verdict != Verdict.Passed).Select(c => $"{c.CaseId}: {c.Verdict} {string.Join(" / ", c.Attempts.Select(a => a.Failure?.ToString() ?? "passed"))}").ShouldBeEmpty();
        (await rig.LoadAsync<TestPlan>(plan)).Cases.ShouldContain(c => c.Steps.Any(s => s.Action is StepAction.Click));
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("every")]
    [InlineData("frame")]
    public async Task The_generated_projects_answer_the_banner_in_both_languages(string name)
    {
        await using var rig = await EngineRig.StartAsync(new ConsentSite().Map);
        var (reference, _) = await DesignAsync(rig, name);
        var plan = await rig.LoadAsync<TestPlan>(reference);
        using var typescript = await LaidProject.TypeScriptAsync(plan);
        using var csharp = await LaidProject.CSharpAsync(plan);

        var (compiled, errors) = await typescript.TypeCheckAsync();
        var (typescriptExit, typescriptOutput) = await typescript.PlaywrightAsync();
        var (csharpBuild, csharpErrors) = await csharp.DotnetAsync("build", "-warnaserror", "--nologo", "-v", "quiet");
        var (csharpExit, csharpOutput) = await csharp.DotnetAsync("test");

        compiled.ShouldBe(0, errors);
        typescriptExit.ShouldBe(0, typescriptOutput);
        typescriptOutput.ShouldContain($"{plan.Cases.Count} passed");
        csharpBuild.ShouldBe(0, csharpErrors);
        csharpExit.ShouldBe(0, csharpOutput);
        new TypeScriptEmitter().Emit(plan).Files["support/consent.ts"].ShouldContain("addLocatorHandler");
    }

    private static async Task<(ArtifactRef Plan, IReadOnlyList<string> Cases)> DesignAsync(EngineRig rig, string name)
    {
        var found = await rig.RunAsync(Stages.Discover, new(Guid.Empty, new(rig.Url, $"/{name}/"), new(), new(), new(), Seed: 1));
        var designed = await rig.RunAsync(Stages.Design, new(Guid.Empty, found.SiteMap, new(), 40, 1, false));
        return (designed.Plan, designed.CaseIds);
    }
}
