namespace TestForge.Engine.Browser.Consent;

/// <summary>Something that lies over a page, as the page script tells it.</summary>
internal sealed record FactsOverlay
{
    /// <summary>Where the page script keeps it and its buttons.</summary>
    public int At { get; init; }

    public string Text { get; init; } = "";

    public string Css { get; init; } = "";

    /// <summary>The consent tool whose markup it has, if it is one that is known.</summary>
    public string? Known { get; init; }

    /// <summary>Whether it is a frame, whose content must be asked for.</summary>
    public bool Frame { get; init; }

    public IReadOnlyList<FactsOverlayButton> Buttons { get; init; } = [];
}
