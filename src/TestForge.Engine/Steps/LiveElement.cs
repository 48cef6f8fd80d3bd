namespace TestForge.Engine.Steps;

/// <summary>What one look at the element of a healed locator gives.</summary>
internal sealed record LiveElement
{
    public int Count { get; init; }

    public string Tag { get; init; } = "";

    public string? Type { get; init; }

    public string Role { get; init; } = "";

    public bool Visible { get; init; }

    public bool Enabled { get; init; }

    /// <summary>Whether text can be typed into it.</summary>
    public bool Editable { get; init; }

    /// <summary>How many other elements to act on are within it.</summary>
    public int Holds { get; init; }

    public int FrameDepth { get; init; }
}
