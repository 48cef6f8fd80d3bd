namespace TestForge.Engine.Triage;

/// <summary>The element that a step failed on, where it is one.</summary>
internal sealed record ElementLook
{
    public bool Visible { get; init; }

    public bool Disabled { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Whether something that opens and closes is closed around it.</summary>
    public bool Closed { get; init; }
}
