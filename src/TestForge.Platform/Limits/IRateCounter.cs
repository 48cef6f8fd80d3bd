namespace TestForge.Platform.Limits;

/// <summary>Counts requests of callers, in this process or for several.</summary>
internal interface IRateCounter
{
    /// <summary>Counts one request when it fits.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="limit">Most in a window.</param>
    /// <param name="window">Length of the window.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<RateDecision> TakeAsync(string caller, int limit, TimeSpan window, CancellationToken cancellationToken);
}
