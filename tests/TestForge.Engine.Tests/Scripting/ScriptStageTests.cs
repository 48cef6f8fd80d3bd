using TestForge.Engine.Artifacts;
using TestForge.Engine.Scripting;
using TestForge.Engine.Scripting.TypeScript;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Scripting;

public sealed class ScriptStageTests
{
    private static readonly TestPlan Plan = SamplePlan.Of(new("https://shop.example/"));

    private readonly MemoryStore _store = new();

    [Fact]
    public async Task Writes_a_project_for_each_language_and_a_document_for_each_feature()
    {
        var output = await RunAsync([]);

        output.Projects.Select(p => p.Language).ShouldBe([ScriptLanguage.TypeScript]);
        output.Features.Keys.ShouldBe(["browsing.feature", "searching.feature", "sign-in.feature"]);
        (await LoadAsync<ScriptProject>(output.Projects[0].Project)).Files.Keys.ShouldContain("tests/browsing.spec.ts");
    }

    [Fact]
    public async Task A_patch_changes_one_locator_in_the_plan_and_in_the_page_object()
    {
        var output = await RunAsync([new("p1.find", new() { Kind = LocatorKind.TestId, Value = "healed" })]);

        (await LoadAsync<TestPlan>(output.Plan)).Elements.Single(e => e.Id == "p1.find").Locator.Value.ShouldBe("healed");
        var files = (await LoadAsync<ScriptProject>(output.Projects[0].Project)).Files;
        files["pages/home-page.ts"].ShouldContain("this.findButton = page.getByTestId('healed');");
    }

    [Fact]
    public async Task Refuses_a_patch_for_an_element_that_the_plan_does_not_have() =>
        (await Should.ThrowAsync<StageException>(() => RunAsync([new("other", new() { Kind = LocatorKind.TestId, Value = "x" })])))
            .Code.ShouldBe("script.unknown_element");

    private async Task<ScriptOutput> RunAsync(LocatorPatch[] patches)
    {
        var plan = await _store.PutJsonAsync(ArtifactKinds.TestPlan, Plan, TestContext.Current.CancellationToken);
        return await new ScriptStage([new TypeScriptEmitter()], _store)
            .ExecuteAsync(new(Guid.Empty, plan, [ScriptLanguage.TypeScript], patches), TestContext.Current.CancellationToken);
    }

    private Task<T> LoadAsync<T>(ArtifactRef reference) => _store.GetJsonAsync<T>(reference, TestContext.Current.CancellationToken);
}
