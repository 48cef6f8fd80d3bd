using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>An attempt to make.</summary>
/// <param name="Case">What to do.</param>
/// <param name="Number">1 for the first attempt.</param>
/// <param name="State">Storage state to start with, or null for a signed-out start.</param>
/// <param name="LooksLate">Whether to watch, after a failure, for what comes too late.</param>
internal sealed record AttemptOrder(TestCase Case, int Number, string? State, bool LooksLate)
{
    /// <summary>Tracing every first attempt would cost half of the speed, so only repeats are traced.</summary>
    public bool Traced => Number > 1;
}
