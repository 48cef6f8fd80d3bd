using System.Collections.Concurrent;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>The baselines of a plan, each read once.</summary>
internal sealed class PlanBaselines(TestPlan plan, IArtifactStore artifacts) : IBaselines
{
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _read = new(StringComparer.Ordinal);

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) =>
        plan.Baselines.FirstOrDefault(b => b.Name == name && b.Platform == PictureTaker.Platform) is { } baseline
            ? await _read.GetOrAdd(name, _ => new(() => ReadAsync(baseline.Picture))).Value.WaitAsync(cancellationToken)
            : null;

    // Read for all that ask: the stop of one attempt must not spoil it for the others.
    private async Task<byte[]> ReadAsync(ArtifactRef reference)
    {
        await using var content = await artifacts.OpenAsync(reference, CancellationToken.None);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, CancellationToken.None);
        return bytes.ToArray();
    }
}
