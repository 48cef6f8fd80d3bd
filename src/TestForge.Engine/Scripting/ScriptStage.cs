using System.Text;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>Turns a plan into projects a team can own, and into Gherkin a product person can read.</summary>
internal sealed class ScriptStage(IEnumerable<IScriptEmitter> emitters, IArtifactStore artifacts) : IStage<ScriptInput, ScriptOutput>
{
    public async Task<ScriptOutput> ExecuteAsync(ScriptInput input, CancellationToken cancellationToken)
    {
        var plan = Patched(await artifacts.GetJsonAsync<TestPlan>(input.Plan, cancellationToken), input.Patches);
        var projects = new List<ScriptedProject>();
        foreach (var emitter in emitters.Where(e => input.Languages.Contains(e.Language)).OrderBy(e => e.Language))
        {
            var project = await artifacts.PutJsonAsync(ArtifactKinds.ScriptProject, emitter.Emit(plan), cancellationToken);
            projects.Add(new(emitter.Language, project));
        }

        var features = new SortedDictionary<string, ArtifactRef>(StringComparer.Ordinal);
        foreach (var feature in plan.Features)
        {
            var text = GherkinWriter.Write(feature, [.. plan.Cases.Where(c => c.FeatureId == feature.Id)]);
            features[$"{FileNames.Safe(feature.Id)}.feature"] = await artifacts.PutAsync(ArtifactKinds.Feature, Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        var patched = input.Patches.Count == 0 ? input.Plan : await artifacts.PutJsonAsync(ArtifactKinds.TestPlan, plan, cancellationToken);
        return new(projects, features, patched);
    }

    /// <summary>A patch changes locators and nothing else.</summary>
    private static TestPlan Patched(TestPlan plan, IReadOnlyList<LocatorPatch> patches)
    {
        var byElement = patches.ToDictionary(p => p.ElementId, p => p.Locator);
        return byElement.Count == 0
            ? plan
            : plan with { Elements = [.. plan.Elements.Select(e => byElement.TryGetValue(e.Id, out var locator) ? e with { Locator = locator } : e)] };
    }
}
