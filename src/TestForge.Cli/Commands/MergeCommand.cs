using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Brings together what the shards of one plan left in several folders, and reports on it as on one run.</summary>
internal sealed class MergeCommand(CliEnvironment environment, StageCommands stages, CommandRunner runner)
{
    public async Task<int> RunAsync(IReadOnlyList<string> paths, SettingValues flags, CancellationToken cancellationToken)
    {
        if (flags.Text(KnownSettings.Out) is not { } asked)
        {
            throw new StageException("usage.missing_out", "Name the folder for the merged report with --out DIR.", retryable: false);
        }

        var folders = paths.Select(p => Path.GetFullPath(p, environment.WorkingFolder)).ToArray();
        if (folders.Contains(asked) || folders.Distinct().Count() < folders.Length)
        {
            throw new StageException("merge.same_folder", "A folder is named twice. Give each folder once, and another one with --out.", retryable: false);
        }

        var parts = new List<MergePart>();
        foreach (var folder in folders)
        {
            parts.Add(await MergePart.ReadAsync(folder, cancellationToken));
        }

        MergeChecks.Require(parts);
        var target = OutputFolder.Begin(asked, "", environment.WorkingFolder, environment.Clock);
        foreach (var part in parts)
        {
            await target.TakeEvidenceAsync(part.Folder, cancellationToken);
        }

        await WriteAsync(target, parts, cancellationToken);
        return await runner.RunAsync(await stages.ReportAsync(flags, cancellationToken));
    }

    private static async Task WriteAsync(RunFolder target, List<MergePart> parts, CancellationToken cancellationToken)
    {
        var results = RunResults.Merge([.. parts.Select(p => p.Results)], [.. parts.SelectMany(p => p.Results.Heals)]);
        var proved = results.Heals.Where(h => h is { Proved: true, New: not null }).GroupBy(h => h.ElementId).ToDictionary(g => g.Key, g => g.First().New!);
        var plan = parts[0].Plan with
        {
            Elements = [.. parts[0].Plan.Elements.Select(e => proved.TryGetValue(e.Id, out var locator) ? e with { Locator = locator } : e)],
        };
        var memory = new CaseMemory
        {
            Cases = parts.SelectMany(p => p.Memory.Cases.Where(c => p.Ran.Contains(c.Key))).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Last().Value),
        };
        await target.PutAsync(RunFolder.PlanFile, plan, cancellationToken);
        await target.PutAsync(RunFolder.ResultsFile, results, cancellationToken);
        await target.PutAsync(RunFolder.MemoryFile, memory, cancellationToken);
        if (parts.Select(p => p.SiteMapPath).FirstOrDefault(File.Exists) is { } map)
        {
            await target.TakeAsync(map, RunFolder.SiteMapFile, cancellationToken);
        }
    }
}
