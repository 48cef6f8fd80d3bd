namespace TestForge.Engine.Goals.Live;

/// <summary>What can be done on a live page.</summary>
public enum LiveActKind
{
    Click,

    /// <summary>Replaces what a field holds.</summary>
    Fill,

    /// <summary>Chooses an option of a list by its label.</summary>
    Choose,
    Check,
    Uncheck,

    /// <summary>Presses a key, on an element or wherever the focus is.</summary>
    Press,

    /// <summary>Opens a path of the application.</summary>
    Open,
    Back,
    Reload,

    /// <summary>Scrolls down by a window.</summary>
    Scroll,
}
