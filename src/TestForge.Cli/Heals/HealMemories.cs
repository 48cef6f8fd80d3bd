using TestForge.Cli.Commands;
using TestForge.Cli.Settings;
using TestForge.Engine.Healing;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Heals;

/// <summary>Brings what is remembered of a target's heals into a run, and what the run healed back.</summary>
internal sealed class HealMemories(CliEnvironment environment)
{
    /// <param name="values">The settings, which may name a file.</param>
    /// <param name="name">The target as a file name.</param>
    public HealMemoryFile FileOf(SettingValues values, string name) =>
        new(values.Text(KnownSettings.HealMemory) ?? OutputFolder.HealsFor(name, environment.WorkingFolder));

    /// <summary>Returns null when nothing is remembered.</summary>
    public static async Task<ArtifactRef?> ImportAsync(HealMemoryFile file, RunFolder folder, CancellationToken cancellationToken)
    {
        var memory = await file.ReadAsync(cancellationToken);
        return memory.Heals.Count == 0 ? null : await folder.StoreAsync(ArtifactKinds.HealMemory, memory, cancellationToken);
    }

    /// <summary>A run does not fail for a memory that cannot be written; it is said.</summary>
    public async Task RememberAsync(HealMemoryFile file, RunFolder folder, Guid runId)
    {
        try
        {
            if (File.Exists(Path.Combine(folder.Path, RunFolder.ResultsFile)))
            {
                var (_, results) = await new StageFiles(folder).ResultsAsync(CancellationToken.None);
                if (results.Heals.Any(h => h.New is not null))
                {
                    await file.UpdateAsync(m => m.With(results.Heals, runId, environment.Clock.GetUtcNow()), CancellationToken.None);
                }
            }
        }
        catch (StageException e)
        {
            environment.Error.WriteLine($"warning {e.Code}: {e.Message}");
        }
    }
}
