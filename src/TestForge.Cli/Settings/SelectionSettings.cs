using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Which cases to run and how to take their failures, as the settings and the folder of an earlier run say.</summary>
internal sealed class SelectionSettings(CliEnvironment environment, SettingValues values)
{
    private const int MaxSeed = 1_000_000;

    /// <summary>How many cases may fail, or null.</summary>
    public int? MaxFailures => values.Number(KnownSettings.MaxFailures) ?? (values.Switch(KnownSettings.FailFast) ? 1 : null);

    /// <param name="folder">The run's folder, with what an earlier run left in it.</param>
    /// <param name="flags">What this start was told; a seed remembered with a run is that of its plan.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<CaseSelection> ReadAsync(RunFolder folder, SettingValues flags, CancellationToken cancellationToken)
    {
        if (values.Switch(KnownSettings.Shuffle) && values.Text(KnownSettings.Backend) == ExecutionBackends.Playwright)
        {
            throw new StageException("config.conflict", "--shuffle is for the backend in-process: Playwright's own runner has an order of its own. Leave one of them out.", retryable: false);
        }

        var selection = new CaseSelection
        {
            Shard = values.Text(KnownSettings.Shard) is { } shard ? ShardText.TryParse(shard, KnownSettings.Shard.Maximum) : null,
            Grep = values.Text(KnownSettings.Grep),
            LastFailed = values.Switch(KnownSettings.LastFailed),
            OnlyChanged = values.Switch(KnownSettings.OnlyChanged),
            ShuffleSeed = values.Switch(KnownSettings.Shuffle) ? flags.Number(KnownSettings.Seed) ?? Random.Shared.Next(1, MaxSeed) : null,
            Quarantine = await QuarantineAsync(cancellationToken),
            LastResults = await folder.ImportAsync(RunFolder.ResultsFile, ArtifactKinds.RunResults, cancellationToken),
            Memory = await folder.ImportAsync(RunFolder.MemoryFile, ArtifactKinds.CaseMemory, cancellationToken),
        };
        return selection is { LastFailed: true, LastResults: null, Memory: null }
            ? throw new StageException("select.no_results", $"--last-failed needs the results of an earlier run, and '{folder.Path}' has none. Run without it first, or name the folder of that run with --out.", retryable: false)
            : selection;
    }

    private async Task<IReadOnlyList<QuarantineEntry>> QuarantineAsync(CancellationToken cancellationToken)
    {
        var beside = Path.Combine(environment.WorkingFolder, QuarantineFile.Name);
        var path = values.Text(KnownSettings.Quarantine) ?? (File.Exists(beside) ? beside : null);
        return path is null ? [] : await new QuarantineFile(environment.Clock).ReadAsync(path, cancellationToken);
    }
}
