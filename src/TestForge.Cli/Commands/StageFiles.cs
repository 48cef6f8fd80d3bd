using System.Text.Json;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Reads what earlier stages left in a folder, which a user may have edited.</summary>
internal sealed class StageFiles(RunFolder folder)
{
    // What the runner installs and leaves, version control, and what was last generated are not part of the project.
    private static readonly string[] NotOfProject = ["node_modules/", "test-results/", "playwright-report/", "blob-report/", ".git/", ".testforge/"];

    public async Task<(ArtifactRef Reference, SiteMap Map)> SiteMapAsync(CancellationToken cancellationToken)
    {
        var reference = await RequiredAsync(RunFolder.SiteMapFile, ArtifactKinds.SiteMap, "testforge discover URL", cancellationToken);
        return (reference, await LoadAsync<SiteMap>(reference, RunFolder.SiteMapFile, SiteMap.CurrentVersion, cancellationToken));
    }

    public async Task<(ArtifactRef Reference, TestPlan Plan)> PlanAsync(CancellationToken cancellationToken)
    {
        var reference = await RequiredAsync(RunFolder.PlanFile, ArtifactKinds.TestPlan, "testforge design", cancellationToken);
        return (reference, await LoadAsync<TestPlan>(reference, RunFolder.PlanFile, TestPlan.CurrentVersion, cancellationToken));
    }

    public async Task<(ArtifactRef Reference, RunResults Results)> ResultsAsync(CancellationToken cancellationToken)
    {
        var reference = await RequiredAsync(RunFolder.ResultsFile, ArtifactKinds.RunResults, "testforge execute", cancellationToken);
        return (reference, await LoadAsync<RunResults>(reference, RunFolder.ResultsFile, RunResults.CurrentVersion, cancellationToken));
    }

    public Task<ArtifactRef?> SiteMapIfThereAsync(CancellationToken cancellationToken) =>
        folder.ImportAsync(RunFolder.SiteMapFile, ArtifactKinds.SiteMap, cancellationToken);

    /// <summary>The generated TypeScript as it is on disk now, for Playwright's own runner.</summary>
    public async Task<ArtifactRef> TypeScriptAsync(CancellationToken cancellationToken)
    {
        var root = folder.ProjectPath(ScriptLanguage.TypeScript);
        if (!Directory.Exists(root))
        {
            throw new StageException(
                "stage.input_missing",
                $"There is no project in '{root}'. Make it first with: testforge script --script typescript --out {folder.Path}",
                retryable: false);
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var pictures = new SortedDictionary<string, ArtifactRef>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');

            if (name.StartsWith("baselines/", StringComparison.Ordinal))
            {
                pictures[name] = await folder.Artifacts.PutAsync(ArtifactKinds.Baseline, await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
            }
            else if (!NotOfProject.Any(n => name.StartsWith(n, StringComparison.Ordinal)))
            {
                files[name] = await File.ReadAllTextAsync(path, cancellationToken);
            }
        }

        var project = new ScriptProject(ScriptLanguage.TypeScript, files) { Pictures = pictures };
        return await folder.Artifacts.PutAsync(ArtifactKinds.ScriptProject, JsonSerializer.SerializeToUtf8Bytes(project, ArtifactJson.Indented), cancellationToken);
    }

    private async Task<ArtifactRef> RequiredAsync(string name, string kind, string command, CancellationToken cancellationToken) =>
        await folder.ImportAsync(name, kind, cancellationToken) ?? throw Missing(name, command);

    private StageException Missing(string name, string command) => new(
        "stage.input_missing",
        $"'{folder.Path}' holds no {name}. Make it first with: {command} --out {folder.Path}",
        retryable: false);

    private async Task<T> LoadAsync<T>(ArtifactRef reference, string name, int known, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(reference, name, known, cancellationToken);
        return await folder.LoadAsync<T>(reference, cancellationToken);
    }

    private async Task CheckVersionAsync(ArtifactRef reference, string name, int known, CancellationToken cancellationToken)
    {
        await using var content = await folder.Artifacts.OpenAsync(reference, cancellationToken);
        try
        {
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
            if (document.RootElement.TryGetProperty("version", out var version) && version.TryGetInt32(out var found) && found > known)
            {
                throw new StageException(
                    "artifact.from_future",
                    $"{name} has format version {found}; this build reads up to {known}. Use a newer testforge, or make the file again.",
                    retryable: false);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new StageException("artifact.invalid", $"{name} cannot be read: {e.Message}", retryable: false, e);
        }
    }
}
