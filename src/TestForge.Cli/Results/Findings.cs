using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Results;

/// <summary>Counts the faults that exploring and designing found, the worst first.</summary>
internal static class Findings
{
    public static async Task<IReadOnlyList<(FindingSeverity Severity, int Count)>> CountAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return await folder.ImportAsync(RunFolder.PlanFile, ArtifactKinds.TestPlan, cancellationToken) is { } reference
                ? Count((await folder.LoadAsync<TestPlan>(reference, cancellationToken)).Findings)
                : [];
        }
        catch (StageException)
        {
            // The verdict does not depend on it, and the report says what is wrong with the file.
            return [];
        }
    }

    internal static IReadOnlyList<(FindingSeverity Severity, int Count)> Count(IEnumerable<Finding> findings) =>
        [.. findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count()))];
}
