using System.Collections.Frozen;
using System.Text;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Scripting.Gherkin;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>Writes the plan, its locators patched, as projects that run by themselves and as Gherkin.</summary>
internal sealed class ScriptStage(IEnumerable<IScriptEmitter> emitters, IArtifactStore artifacts) : IStage<ScriptInput, ScriptOutput>
{
    private readonly FrozenDictionary<ScriptLanguage, IScriptEmitter> _emitters = emitters.ToFrozenDictionary(e => e.Language);

    public async Task<ScriptOutput> ExecuteAsync(ScriptInput input, CancellationToken cancellationToken)
    {
        var unpatched = await artifacts.GetJsonAsync<TestPlan>(input.Plan, cancellationToken);
        var plan = PatchedPlan.Of(unpatched, input.Patches);
        var projects = await ProjectsAsync(plan, input.Languages, cancellationToken);
        var features = new SortedDictionary<string, ArtifactRef>(StringComparer.Ordinal);
        foreach (var (file, text) in GherkinWriter.Write(plan))
        {
            features[file] = await artifacts.PutAsync(ArtifactKinds.Feature, Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        var patched = input.Patches.Count == 0 ? input.Plan : await artifacts.PutJsonAsync(ArtifactKinds.TestPlan, plan, cancellationToken);
        return new(projects, features, patched, input.Purpose, input.Purpose == ScriptPurpose.Propose ? await ProjectsAsync(unpatched, input.Languages, cancellationToken) : null);
    }

    private async Task<IReadOnlyList<ScriptedProject>> ProjectsAsync(TestPlan plan, IEnumerable<ScriptLanguage> languages, CancellationToken cancellationToken)
    {
        var pictures = plan.Baselines.ToDictionary(b => $"baselines/{b.FileName}", b => b.Picture);
        var projects = new List<ScriptedProject>();
        foreach (var language in languages.Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var project = EmitterOf(language).Emit(plan) with { Pictures = pictures };
            projects.Add(new(language, await artifacts.PutJsonAsync(ArtifactKinds.ScriptProject, project, cancellationToken)));
        }

        return projects;
    }

    private IScriptEmitter EmitterOf(ScriptLanguage language) => _emitters.TryGetValue(language, out var emitter)
        ? emitter
        : throw new StageException(
            "script.unknown_language",
            $"There is no emitter for '{language}'. Choose one of: {string.Join(", ", _emitters.Keys.Order())}.",
            retryable: false);
}
