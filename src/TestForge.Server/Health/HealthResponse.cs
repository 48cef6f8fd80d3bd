namespace TestForge.Server.Health;

/// <param name="Status">One word.</param>
/// <param name="Work">Trouble in background work since the start of the process, by kind; null when there was none.</param>
internal sealed record HealthResponse(string Status, IReadOnlyDictionary<string, HealthResponse.Trouble>? Work = null)
{
    /// <summary>Pieces of work that failed and are begun again, and workers that were started again.</summary>
    public sealed record Trouble(long Failures, long Restarts);
}
