namespace TestForge.Engine.Triage;

/// <summary>What a page shows after a step failed on it, as the page script returns it. All texts are the page's.</summary>
internal sealed record PageLook
{
    public string Title { get; init; } = "";

    /// <summary>The first heading that can be seen.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The visible text, of long pages the beginning.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether there is nothing to see: no text, picture, control or frame.</summary>
    public bool Blank { get; init; }

    /// <summary>Whether a field for a password can be seen.</summary>
    public bool AsksForPassword { get; init; }

    /// <summary>What shows that the page is still at work, or null.</summary>
    public string? Busy { get; init; }

    /// <summary>Visible fields whose content the page or the browser refuses, by their names.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>What lies over the page: the name of a dialog or the tag of what covers most of the window; null for nothing.</summary>
    public string? Over { get; init; }

    /// <summary>The wanted element where it is in the document and cannot be seen; null when it is not there, or can be seen.</summary>
    public HiddenTwin? Twin { get; init; }
}
