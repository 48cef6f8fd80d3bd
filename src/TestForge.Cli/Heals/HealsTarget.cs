using TestForge.Cli.Commands;
using TestForge.Cli.Settings;
using TestForge.Engine.Healing;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Heals;

/// <summary>Finds the memory that a person means: the one named, that of a run's folder, that of the settings' address, or the only one there is.</summary>
internal sealed class HealsTarget(CliEnvironment environment, SettingSources sources)
{
    /// <summary>Throws <c>heal.which_memory</c> when there is none, or several.</summary>
    public async Task<(HealMemoryFile File, SettingValues Values)> FindAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var values = flags.Over(await sources.FileAsync(cancellationToken));
        if (flags.Text(KnownSettings.Out) is { } run)
        {
            var folder = OutputFolder.Existing(run, "heals");
            values = values.Over(await sources.RememberedAsync(folder, cancellationToken));
            return (values.Text(KnownSettings.HealMemory) is { } named ? new(named) : await OfAsync(folder, cancellationToken), values);
        }

        if (values.Text(KnownSettings.HealMemory) is { } path)
        {
            return (new(path), values);
        }

        if (values.Text(KnownSettings.Url) is { } url)
        {
            return (Of(OutputFolder.HistoryNameFor(TargetUrl.Parse(url))), values);
        }

        var files = OutputFolder.HealsIn(environment.WorkingFolder);
        return files switch
        {
            [var only] => (new(only), values),
            [] => throw new StageException("heal.which_memory", $"No heals are remembered below '{environment.WorkingFolder}'. Go to the folder that runs are started in, or name the file with --heal-memory.", retryable: false),
            _ => throw new StageException("heal.which_memory", $"Heals of several applications are remembered: {string.Join(", ", files)}. Say which with --heal-memory FILE, or name a run's folder with --out DIR.", retryable: false),
        };
    }

    /// <summary>The folder whose plan a memory is about: the one named, else the newest run of the same application.</summary>
    public async Task<RunFolder> RunOfAsync(HealMemoryFile file, SettingValues flags, CancellationToken cancellationToken)
    {
        if (flags.Text(KnownSettings.Out) is { } named)
        {
            return OutputFolder.Existing(named, "heals apply");
        }

        foreach (var path in OutputFolder.Runs(environment.WorkingFolder))
        {
            var folder = RunFolder.Open(path);
            var values = await sources.RememberedAsync(folder, cancellationToken);
            if ((values.Text(KnownSettings.HealMemory) ?? (await OfAsync(folder, cancellationToken)).Path) == file.Path)
            {
                return folder;
            }
        }

        throw new StageException("usage.missing_out", "`testforge heals apply` needs the test plan of a run of the application: name its folder with --out DIR.", retryable: false);
    }

    private async Task<HealMemoryFile> OfAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        var (_, plan) = await new StageFiles(folder).PlanAsync(cancellationToken);
        return Of(OutputFolder.HistoryNameFor(plan.Target));
    }

    private HealMemoryFile Of(string name) => new(OutputFolder.HealsFor(name, environment.WorkingFolder));
}
