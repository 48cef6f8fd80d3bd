using System.Text.Json;
using TestForge.Cli.Commands;
using TestForge.Cli.Progress;
using TestForge.Cli.Settings;
using TestForge.Engine.Baselines;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Baselines;

/// <summary>Lists what looked different in a run, and takes it as right or keeps it as wrong.</summary>
internal sealed class BaselinesCommand(CliEnvironment environment, SettingSources sources)
{
    public async Task<int> ListAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var run = await OpenAsync(flags, cancellationToken);
        var reviews = await new BaselineReviews(run.Baselines).ReadAsync(cancellationToken);
        var lines = run.Seen.Select(s => (Seen: s, Review: reviews.LastOrDefault(r => r.Baseline == s.Baseline && r.Platform == s.Platform && r.Picture == s.Picture.Sha256))).ToArray();
        if (flags.Switch(KnownSettings.Json))
        {
            var all = lines.Select(l => new { l.Seen.Baseline, l.Seen.Platform, l.Seen.CaseId, picture = l.Seen.Picture.Sha256, l.Seen.Said, l.Review });
            environment.Output.WriteLine(JsonSerializer.Serialize(new { folder = run.Baselines, differing = all }, ArtifactJson.Indented));
        }
        else
        {
            foreach (var (seen, review) in lines)
            {
                environment.Output.WriteLine($"{StateOf(review),-9} {seen.Baseline,-40} {seen.Platform,-15} {TerminalText.Clean(seen.Said)}");
            }

            environment.Output.WriteLine(lines.Length == 0
                ? "Nothing looked different."
                : $"testforge baselines approve NAME --out {run.Folder.Path} takes a look as right; reject keeps it as a fault. The report shows both.");
        }

        environment.Output.Flush();
        return ExitCodes.Passed;
    }

    /// <summary>Makes how parts looked in the run their baselines, in the folder of baselines and in the run's plan.</summary>
    public Task<int> ApproveAsync(IReadOnlyList<string> names, bool all, string? reason, SettingValues flags, CancellationToken cancellationToken) =>
        ReviewAsync(names, all, reason, flags, approve: true, cancellationToken);

    /// <summary>Leaves the baselines and remembers that these looks are wrong.</summary>
    public Task<int> RejectAsync(IReadOnlyList<string> names, bool all, string? reason, SettingValues flags, CancellationToken cancellationToken) =>
        ReviewAsync(names, all, reason, flags, approve: false, cancellationToken);

    private static string StateOf(BaselineReview? review) => review switch { null => "new", { Approved: true } => "approved", _ => "rejected" };

    private async Task<int> ReviewAsync(IReadOnlyList<string> names, bool all, string? reason, SettingValues flags, bool approve, CancellationToken cancellationToken)
    {
        var run = await OpenAsync(flags, cancellationToken);
        var reviews = new BaselineReviews(run.Baselines);
        var plan = run.Plan;
        foreach (var seen in Chosen(run.Seen, names, all))
        {
            if (approve)
            {
                plan = await TakeAsync(run, plan, seen, cancellationToken);
            }

            await reviews.AddAsync(new(seen.Baseline, seen.Platform, seen.Picture.Sha256, approve, environment.Clock.GetUtcNow(), Environment.UserName, reason), cancellationToken);
            environment.Output.WriteLine($"{(approve ? "approved" : "rejected"),-9} {seen.Baseline}");
        }

        if (approve)
        {
            await run.Folder.PutAsync(RunFolder.PlanFile, plan, cancellationToken);
        }

        environment.Output.Flush();
        return ExitCodes.Passed;
    }

    private static async Task<TestPlan> TakeAsync(OpenRun run, TestPlan plan, SeenPicture seen, CancellationToken cancellationToken)
    {
        await using var content = await run.Folder.Artifacts.OpenAsync(seen.Picture, cancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        var stored = await run.Folder.Artifacts.PutAsync(ArtifactKinds.Baseline, bytes.ToArray(), cancellationToken);
        var baseline = new Baseline(seen.Baseline, seen.Platform, stored);
        Directory.CreateDirectory(run.Baselines);
        await File.WriteAllBytesAsync(Path.Combine(run.Baselines, baseline.FileName), bytes.ToArray(), cancellationToken);
        return plan with { Baselines = [.. plan.Baselines.Select(b => b.Name == baseline.Name && b.Platform == baseline.Platform ? baseline : b)] };
    }

    private static IReadOnlyList<SeenPicture> Chosen(IReadOnlyList<SeenPicture> seen, IReadOnlyList<string> names, bool all)
    {
        if (all == names.Count > 0)
        {
            throw new StageException("usage.invalid", "Name baselines, or give --all; testforge baselines list shows them.", retryable: false);
        }

        return names.FirstOrDefault(n => seen.All(s => s.Baseline != n)) is { } unknown
            ? throw new StageException(
                "baseline.not_seen",
                $"'{TerminalText.Clean(unknown)}' did not look different in this run{(seen.Count == 0 ? "; nothing did" : $"; {string.Join(", ", seen.Select(s => s.Baseline))} did")}.",
                retryable: false)
            : [.. seen.Where(s => all || names.Contains(s.Baseline))];
    }

    private async Task<OpenRun> OpenAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var given = flags.Over(await sources.FileAsync(cancellationToken));
        var folder = OutputFolder.Existing(given.Text(KnownSettings.Out), "baselines");
        var files = new StageFiles(folder);
        var (_, plan) = await files.PlanAsync(cancellationToken);
        var (_, results) = await files.ResultsAsync(cancellationToken);
        var values = given.Over(await sources.RememberedAsync(folder, cancellationToken));

        // A run of the sample application knows itself by its name and not by its port.
        var usual = OutputFolder.BaselinesFor(OutputFolder.HistoryNameFor(plan.Target), environment.WorkingFolder);
        var baselines = values.Text(KnownSettings.Baselines) ?? (await BaselinesOfRunAsync(folder, cancellationToken) ?? usual);
        return new(folder, plan, SeenPicture.In(plan, results), Path.GetFullPath(baselines));
    }

    private static async Task<string?> BaselinesOfRunAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return (await folder.ReadInputAsync(cancellationToken)).Baselines?.Folder;
        }
        catch (StageException)
        {
            // Stages that ran one by one leave no such input.
            return null;
        }
    }

    private sealed record OpenRun(RunFolder Folder, TestPlan Plan, IReadOnlyList<SeenPicture> Seen, string Baselines);
}
