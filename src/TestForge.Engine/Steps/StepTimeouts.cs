namespace TestForge.Engine.Steps;

/// <summary>How long one step may take.</summary>
internal sealed record StepTimeouts
{
    /// <summary>For an action of the user.</summary>
    public TimeSpan Action { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For a check, which is tried until it holds.</summary>
    public TimeSpan Check { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Navigation { get; init; } = TimeSpan.FromSeconds(15);
}
