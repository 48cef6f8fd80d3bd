using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>What one of several folders to merge holds.</summary>
internal sealed record MergePart(RunFolder Folder, TestPlan Plan, RunResults Results, CaseMemory Memory)
{
    public string Path => Folder.Path;

    public string SiteMapPath => System.IO.Path.Combine(Path, RunFolder.SiteMapFile);

    /// <summary>The cases that ran here.</summary>
    public IReadOnlySet<string> Ran { get; } = Results.Cases.Where(c => c.Verdict != Verdict.NotRun).Select(c => c.CaseId).ToHashSet();

    public static async Task<MergePart> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var folder = OutputFolder.Existing(path, "report --merge");
        var files = new StageFiles(folder);
        var (_, plan) = await files.PlanAsync(cancellationToken);
        var (_, results) = await files.ResultsAsync(cancellationToken);
        return new(folder, plan, results, await MemoryAsync(folder, cancellationToken));
    }

    private static async Task<CaseMemory> MemoryAsync(RunFolder folder, CancellationToken cancellationToken) =>
        await folder.ImportAsync(RunFolder.MemoryFile, ArtifactKinds.CaseMemory, cancellationToken) is { } reference
            ? await folder.LoadAsync<CaseMemory>(reference, cancellationToken)
            : new();
}
