namespace TestForge.Engine.Discovery.States;

/// <summary>How much one page is explored.</summary>
/// <param name="MaxActions">Actions tried.</param>
/// <param name="MaxStates">States kept beside the page as loaded.</param>
/// <param name="MaxDepth">Actions on the way to a state.</param>
/// <param name="MaxAlike">Controls alike that are tried, such as the same button in many rows.</param>
/// <param name="Time">Wall-clock time.</param>
internal sealed record ExplorationLimits(int MaxActions = 80, int MaxStates = 12, int MaxDepth = 5, int MaxAlike = 2)
{
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
