using System.Text.RegularExpressions;
using TestForge.Pipeline;
using TestForge.Platform.Baselines;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Runs;

/// <summary>Baselines as files of the environment, as the engine reads them.</summary>
internal sealed partial class BaselineFiles(RunFolders folders) : IBaselineFiles
{
    public async Task TakeAsync(TenantId tenant, Guid environment, Guid run, Baseline baseline, CancellationToken cancellationToken)
    {
        // The engine made the name of safe letters; this holds even if it did not.
        if (!SafeName().IsMatch(baseline.FileName))
        {
            throw new StageException("output.outside", $"'{baseline.Name}' is no name of a baseline.", retryable: false);
        }

        await using var content = await folders.StoreOf(tenant, run).OpenAsync(baseline.Picture, cancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        var folder = folders.BaselinesOf(tenant, environment);
        Directory.CreateDirectory(folder);
        // Whole or not at all: a run may read it at this moment.
        var half = Path.Combine(folder, $"{Guid.NewGuid():N}.half");
        await File.WriteAllBytesAsync(half, bytes.ToArray(), cancellationToken);
        File.Move(half, Path.Combine(folder, baseline.FileName), overwrite: true);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\.png$")]
    private static partial Regex SafeName();
}
