namespace TestForge.Engine.Steps;

/// <summary>What one look at an element gives.</summary>
internal sealed record ElementSight
{
    public int Count { get; init; }

    public bool Visible { get; init; }

    public string Text { get; init; } = "";

    public string? Value { get; init; }

    /// <summary>By <see cref="ElementText"/>.</summary>
    public string Says { get; init; } = "";

    public bool Valid { get; init; } = true;
}
