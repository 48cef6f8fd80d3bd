using TestForge.Engine.Scripting.CSharp;
using TestForge.Engine.Scripting.TypeScript;
using TestForge.Engine.Tests.Design;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>The generated projects, compiled and run by the ecosystems' own tools.</summary>
public sealed class GeneratedProjectTests
{
    [Fact]
    public async Task The_typescript_project_compiles_and_passes_with_the_real_runner()
    {
        await using var site = await SiteHost.StartAsync(SampleSite.Map);
        using var project = await LaidProject.TypeScriptAsync(SamplePlan.Of(site.Url));
        await project.AddBaselinesAsync(SamplePlan.Of(site.Url));

        var (compiled, errors) = await project.TypeCheckAsync();
        var (linted, faults) = await project.LintAsync();
        var (passed, output) = await project.PlaywrightAsync();

        compiled.ShouldBe(0, errors);
        linted.ShouldBe(0, faults);
        passed.ShouldBe(0, output);
        output.ShouldContain("9 passed");
    }

    [Fact]
    public async Task The_csharp_project_builds_without_warnings_and_passes_with_dotnet_test()
    {
        await using var site = await SiteHost.StartAsync(SampleSite.Map);
        using var project = await LaidProject.CSharpAsync(SamplePlan.Of(site.Url));
        await project.AddBaselinesAsync(SamplePlan.Of(site.Url));

        var (compiled, errors) = await project.DotnetAsync("build", "-warnaserror", "--nologo", "-v", "quiet");
        var (passed, output) = await project.DotnetAsync("test");

        compiled.ShouldBe(0, errors);
        passed.ShouldBe(0, output);
        output.ShouldContain("succeeded: 9");
    }

    // Slow: another npm install, and scenarios that run one after the other.
    [Fact]
    [Trait("Category", "Slow")]
    public async Task The_features_run_by_playwright_bdd()
    {
        await using var site = await SiteHost.StartAsync(SampleSite.Map);
        using var project = await LaidProject.TypeScriptAsync(SamplePlan.Of(site.Url), new TypeScriptGherkinEmitter());
        await project.AddBaselinesAsync(SamplePlan.Of(site.Url));

        var (compiled, errors) = await project.FeaturesAsync();
        var (typed, mistakes) = await project.TypeCheckAsync();
        var (linted, faults) = await project.LintAsync();
        var (passed, output) = await project.PlaywrightAsync();

        compiled.ShouldBe(0, errors);
        typed.ShouldBe(0, mistakes);
        linted.ShouldBe(0, faults);
        passed.ShouldBe(0, output);
        output.ShouldContain("9 passed");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task The_features_run_by_reqnroll_and_a_sentence_without_a_binding_or_another_picture_fails()
    {
        await using var site = await SiteHost.StartAsync(SampleSite.Map);
        using var project = await LaidProject.CSharpAsync(SamplePlan.Of(site.Url), new CSharpGherkinEmitter());
        await project.AddBaselinesAsync(SamplePlan.Of(site.Url));

        var (formatted, faults) = await project.DotnetAsync("format", "--verify-no-changes");
        var (passed, output) = await project.DotnetAsync("test");
        await project.AddAsync("Features/more.feature", "Feature: More\n\n  Scenario: Unknown\n    Given nobody bound this\n");
        project.Replace("baselines/home-heading-chromium-linux.png", "baselines/home-form-chromium-linux.png");
        var (_, more) = await project.DotnetAsync("test");

        formatted.ShouldBe(0, faults);
        passed.ShouldBe(0, output);
        output.ShouldContain("succeeded: 9");
        more.ShouldContain("failed: 2");
    }

    // The formatter loads the whole project, which takes longer than all the rest here.
    [Fact]
    [Trait("Category", "Slow")]
    public async Task The_csharp_project_is_formatted()
    {
        using var project = await LaidProject.CSharpAsync(SamplePlan.Of(new("https://shop.example")));

        var (formatted, faults) = await project.DotnetAsync("format", "--verify-no-changes");

        formatted.ShouldBe(0, faults);
    }

    [Fact]
    public async Task What_the_product_designs_passes_in_both_languages()
    {
        await using var rig = await DesignRig.StartAsync(TestContext.Current.CancellationToken);
        var plan = await rig.DesignAsync(await rig.MapAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        using var typescript = await LaidProject.TypeScriptAsync(plan);
        using var csharp = await LaidProject.CSharpAsync(plan);

        var (typescriptExit, typescriptOutput) = await typescript.PlaywrightAsync();
        var (csharpExit, csharpOutput) = await csharp.DotnetAsync("test");

        typescriptExit.ShouldBe(0, typescriptOutput);
        csharpExit.ShouldBe(0, csharpOutput);
        typescriptOutput.ShouldContain($"{plan.Cases.Count} passed");
        csharpOutput.ShouldContain($"succeeded: {plan.Cases.Count}");
    }
}
