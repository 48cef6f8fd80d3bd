using System.Text;
using System.Text.Json;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Engine.Hosting;

/// <summary>The folder a run leaves: well-known files for people, evidence by content hash, and a journal to resume from.</summary>
public sealed class RunFolder
{
    public const string SiteMapFile = "site-map.json";
    public const string OpenApiFile = "openapi.json";
    public const string PlanFile = "test-plan.json";

    /// <summary>What a language model made of the application.</summary>
    public const string ApplicationFile = "application.json";

    public const string ResultsFile = "results.json";

    /// <summary>The patch for the generated scripts that would give them the locators that were proved.</summary>
    public const string HealsFile = "heals.diff";

    /// <summary>What became of the failed tests of a suite.</summary>
    public const string HealFile = "heal.json";

    /// <summary>The changes that would heal them, for <c>git apply</c>.</summary>
    public const string PatchFile = "heal.patch";

    /// <summary>What became of each case when it last ran.</summary>
    public const string MemoryFile = StateFolder + "/cases.json";

    private const string MarksFile = StateFolder + "/marks.json";
    private const string StateFolder = ".testforge";
    /// <summary>Where artifacts lie.</summary>
    public const string EvidenceFolder = "evidence";

    private readonly FolderArtifactStore _clear;
    private readonly IArtifactStore _store;
    private readonly Dictionary<ScriptLanguage, ProjectChanges> _scripts = [];

    private RunFolder(string path, IArtifactStore? store)
    {
        Path = path;
        _clear = new(System.IO.Path.Combine(path, EvidenceFolder));
        _store = store ?? _clear;
    }

    public string Path { get; }

    public IArtifactStore Artifacts => _store;

    /// <summary>Where a stored value lies, in a folder that keeps them in clear.</summary>
    public string PathOf(ArtifactRef reference) => _clear.PathOf(reference);

    /// <summary>Where the generated projects are when they are not in this folder, by language.</summary>
    public IReadOnlyDictionary<ScriptLanguage, string> ProjectsElsewhere { get; set; } = new Dictionary<ScriptLanguage, string>();

    /// <summary>What became of the files of the generated projects so far.</summary>
    public IReadOnlyCollection<ProjectChanges> Scripts => _scripts.Values;

    internal string JournalPath => In(StateFolder, "journal.jsonl");

    /// <summary>Opens a folder, making it if needed. Throws <c>output.not_writable</c> when that fails.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="store">Keeps the artifacts; null for files in clear under <c>evidence</c>.</param>
    public static RunFolder Open(string path, IArtifactStore? store = null)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.Combine(full, StateFolder));
            return new(full, store);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StageException("output.not_writable", $"The folder '{full}' cannot be written: {e.Message} Choose another with --out.", retryable: false, e);
        }
    }

    /// <summary>The folder of the generated project in a language.</summary>
    public string ProjectPath(ScriptLanguage language) =>
        ProjectsElsewhere.TryGetValue(language, out var path) ? path : In("scripts", NameOf(language));

    /// <summary>What the folder of a project in a language is called.</summary>
    public static string NameOf(ScriptLanguage language) => language switch
    {
        ScriptLanguage.CSharp => "csharp",
        ScriptLanguage.TypeScriptGherkin => "gherkin-typescript",
        ScriptLanguage.CSharpGherkin => "gherkin-csharp",
        _ => "typescript",
    };

    /// <summary>Remembers what the run was asked to do, for <c>--resume</c>.</summary>
    public Task WriteInputAsync(RunInput input, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(In(StateFolder, "run.json"), JsonSerializer.SerializeToUtf8Bytes(input, ArtifactJson.Indented), cancellationToken);

    /// <summary>Throws <c>resume.no_run</c> when the folder holds no run.</summary>
    public async Task<RunInput> ReadInputAsync(CancellationToken cancellationToken)
    {
        var path = In(StateFolder, "run.json");
        if (!File.Exists(path))
        {
            throw new StageException("resume.no_run", $"'{Path}' holds no run to resume. Give the folder a run was started with (--out).", retryable: false);
        }

        return await ReadAsync<RunInput>(path, cancellationToken);
    }

    /// <summary>Reads a published file, which a user may have edited, back into the store. Returns null when it is not there.</summary>
    public async Task<ArtifactRef?> ImportAsync(string fileName, string kind, CancellationToken cancellationToken)
    {
        var path = In(fileName);
        return File.Exists(path) ? await _store.PutAsync(kind, await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken) : null;
    }

    /// <summary>Copies a file in as one of the folder's well-known files.</summary>
    public async Task TakeAsync(string path, string fileName, CancellationToken cancellationToken) =>
        await WriteAsync(fileName, await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);

    /// <summary>Copies the evidence of another run into this folder.</summary>
    public async Task TakeEvidenceAsync(RunFolder other, CancellationToken cancellationToken)
    {
        var evidence = other.In(EvidenceFolder);
        foreach (var file in Directory.Exists(evidence) ? Directory.EnumerateFiles(evidence) : [])
        {
            var target = In(EvidenceFolder, System.IO.Path.GetFileName(file));
            if (!File.Exists(target))
            {
                Directory.CreateDirectory(In(EvidenceFolder));
                await WholeFile.WriteAsync(target, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
            }
        }
    }

    /// <summary>Writes a value as one of the folder's well-known files, whole or not at all.</summary>
    public Task PutAsync<T>(string fileName, T value, CancellationToken cancellationToken) =>
        WriteAsync(fileName, JsonSerializer.SerializeToUtf8Bytes(value, ArtifactJson.Indented), cancellationToken);

    /// <summary>Stores a JSON value for the stages of a run.</summary>
    public Task<ArtifactRef> StoreAsync<T>(string kind, T value, CancellationToken cancellationToken) => _store.PutJsonAsync(kind, value, cancellationToken);

    /// <summary>Reads a stored JSON value.</summary>
    public Task<T> LoadAsync<T>(ArtifactRef reference, CancellationToken cancellationToken) => _store.GetJsonAsync<T>(reference, cancellationToken);

    internal async Task PublishResultsAsync(ExecutedCases executed, CancellationToken cancellationToken)
    {
        var results = new List<RunResults>();
        foreach (var reference in executed.Results)
        {
            results.Add(await _store.GetJsonAsync<RunResults>(reference, cancellationToken));
        }

        await PutAsync(ResultsFile, RunResults.Merge(results, executed.Heals) with { Excess = executed.Excess }, cancellationToken);
        await RememberAsync(cancellationToken);
    }

    /// <summary>Keeps what the results say of each case for the next run, which may ask for those that failed or changed.</summary>
    private async Task RememberAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(In(ResultsFile)) && File.Exists(In(MarksFile)))
        {
            var memory = await MemoryAsync(cancellationToken);
            var results = await ReadAsync<RunResults>(In(ResultsFile), cancellationToken);
            var marks = await ReadAsync<Dictionary<string, CaseMark>>(In(MarksFile), cancellationToken);
            await PutAsync(MemoryFile, memory.With(results, marks), cancellationToken);
        }
    }

    // A memory that cannot be read is begun anew: without it more cases are run, not fewer.
    private async Task<CaseMemory> MemoryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(In(MemoryFile)) ? await ReadAsync<CaseMemory>(In(MemoryFile), cancellationToken) : new();
        }
        catch (StageException)
        {
            return new();
        }
    }

    internal async Task PublishAsync<TOutput>(TOutput output, CancellationToken cancellationToken)
    {
        switch (output)
        {
            case DiscoverOutput discovered:
                await CopyAsync(discovered.SiteMap, SiteMapFile, cancellationToken);
                await CopyOrForgetAsync(discovered.OpenApi, OpenApiFile, cancellationToken);
                break;
            case DesignOutput designed:
                await CopyAsync(designed.Plan, PlanFile, cancellationToken);
                await CopyOrForgetAsync(designed.Application, ApplicationFile, cancellationToken);
                break;
            case ScriptOutput { Purpose: ScriptPurpose.Keep } scripted:
                await CopyAsync(scripted.Plan, PlanFile, cancellationToken);
                await PublishScriptsAsync(scripted, cancellationToken);
                break;
            case ScriptOutput { Purpose: ScriptPurpose.Propose } proposed:
                await WriteAsync(HealsFile, Encoding.UTF8.GetBytes(await ProposalAsync(proposed, cancellationToken)), cancellationToken);
                break;
            case SelectOutput selected:
                // A patch from an earlier execution would be one of other locators.
                File.Delete(In(HealsFile));
                await CopyAsync(selected.Marks, MarksFile, cancellationToken);
                break;
            case SuiteHealOutput healed:
                await PutAsync(HealFile, healed, cancellationToken);
                await WriteAsync(PatchFile, Encoding.UTF8.GetBytes(healed.Diff), cancellationToken);
                break;
            case ReportOutput reported:
                ForgetEarlier(reported);
                foreach (var (name, file) in reported.Files)
                {
                    await CopyAsync(file, name, cancellationToken);
                }

                await RememberAsync(cancellationToken);
                break;
        }
    }

    // Allure takes every result in its folder for one of this run; its own history, which a user may have put there, stays.
    private void ForgetEarlier(ReportOutput reported)
    {
        foreach (var folder in reported.Files.Keys.Select(System.IO.Path.GetDirectoryName).OfType<string>().Where(f => f.Length > 0).Distinct().Where(f => Directory.Exists(In(f))))
        {
            foreach (var file in Directory.EnumerateFiles(In(folder), "*-result.json").Concat(Directory.EnumerateFiles(In(folder), "*-attachment.*")))
            {
                File.Delete(file);
            }
        }
    }

    // What an earlier stage left in the folder would be of another site map or plan.
    private Task CopyOrForgetAsync(ArtifactRef? reference, string name, CancellationToken cancellationToken)
    {
        if (reference is not null)
        {
            return CopyAsync(reference, name, cancellationToken);
        }

        File.Delete(In(name));
        return Task.CompletedTask;
    }

    private async Task PublishScriptsAsync(ScriptOutput scripted, CancellationToken cancellationToken)
    {
        foreach (var (name, feature) in scripted.Features)
        {
            await CopyAsync(feature, System.IO.Path.Combine("features", name), cancellationToken);
        }

        foreach (var reference in scripted.Projects)
        {
            var project = await _store.GetJsonAsync<ScriptProject>(reference.Project, cancellationToken);
            var changes = await ProjectFolder.WriteAsync(ProjectPath(project.Language), project, _store, cancellationToken);
            _scripts[project.Language] = _scripts.TryGetValue(project.Language, out var earlier) ? earlier.Then(changes) : changes;
        }
    }

    /// <summary>What the proved locators would change in the projects, as a patch for this folder, or for a project's own where that is elsewhere.</summary>
    private async Task<string> ProposalAsync(ScriptOutput proposed, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var (now, before) in proposed.Projects.Zip(proposed.Unpatched ?? []))
        {
            var patch = await ProjectPatch.OfAsync(
                ProjectPath(now.Language),
                await _store.GetJsonAsync<ScriptProject>(before.Project, cancellationToken),
                await _store.GetJsonAsync<ScriptProject>(now.Project, cancellationToken),
                cancellationToken);
            var below = System.IO.Path.GetRelativePath(Path, patch.Folder).Replace('\\', '/');
            var elsewhere = below.StartsWith("..", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(below);
            text.Append(elsewhere ? $"In {patch.Folder}:\n" : "").Append(patch.Diff(elsewhere ? "" : below + "/"));
        }

        return text.ToString();
    }

    private async Task CopyAsync(ArtifactRef reference, string name, CancellationToken cancellationToken)
    {
        await using var content = await _store.OpenAsync(reference, cancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        await WriteAsync(name, bytes.ToArray(), cancellationToken);
    }

    private Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = In(name);

        // Names are made by us from safe parts; this holds even if one is not.
        if (!path.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new StageException("output.outside", $"'{name}' would be written outside '{Path}'.", retryable: false);
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return WholeFile.WriteAsync(path, content, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<T>(file, ArtifactJson.Compact, cancellationToken) ?? throw new JsonException("The document is null.");
        }
        catch (JsonException e)
        {
            throw new StageException("artifact.invalid", $"'{path}' cannot be read: {e.Message}", retryable: false, e);
        }
    }

    private string In(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([Path, .. parts]));
}
