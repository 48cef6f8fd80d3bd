using TestForge.Engine.Hosting;
using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Runs;

/// <summary>An earlier run whose failed cases are run again: its plan and what it found are copied, so that both runs are whole without each other.</summary>
internal sealed class RetriedRun(RunFolders folders, TenantId tenant, Guid run)
{
    private static readonly string[] Copied = [RunFolder.SiteMapFile, RunFolder.PlanFile, RunFolder.ApplicationFile];

    public async Task<RunInput> InputAsync(RunInput input, RunFolder folder, CancellationToken cancellationToken)
    {
        if (!folders.Has(tenant, run))
        {
            throw Gone();
        }

        return await folders.InClearAsync(tenant, run, earlier => InputAsync(input, folder, earlier, cancellationToken), cancellationToken);
    }

    private async Task<RunInput> InputAsync(RunInput input, RunFolder folder, RunFolder earlier, CancellationToken cancellationToken)
    {
        await folder.TakeEvidenceAsync(earlier, cancellationToken);
        foreach (var name in Copied.Where(n => File.Exists(Path.Combine(earlier.Path, n))))
        {
            await folder.TakeAsync(Path.Combine(earlier.Path, name), name, cancellationToken);
        }

        var plan = await folder.ImportAsync(RunFolder.PlanFile, ArtifactKinds.TestPlan, cancellationToken) ?? throw Gone();
        var results = await earlier.ImportAsync(RunFolder.ResultsFile, ArtifactKinds.RunResults, cancellationToken) ?? throw Gone();
        var last = await folder.StoreAsync(ArtifactKinds.RunResults, await earlier.LoadAsync<RunResults>(results, cancellationToken), cancellationToken);
        return input with
        {
            Planned = new(
                await folder.ImportAsync(RunFolder.SiteMapFile, ArtifactKinds.SiteMap, cancellationToken),
                plan,
                [.. (await folder.LoadAsync<TestPlan>(plan, cancellationToken)).Cases.Select(c => c.Id)]),
            Selection = input.Selection with { LastFailed = true, LastResults = last },
        };
    }

    private StageException Gone() =>
        new("run.earlier_gone", $"What the run {run} left is no longer there, so its failed cases cannot be run again. Start a new run.", retryable: false);
}
