using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>An element as read from the page. Link is the absolute address of an anchor.</summary>
internal sealed record FactsElement(ElementFingerprint Print, bool Visible, bool Enabled, string? Link = null)
{
    /// <summary>Types of events that something waits for here, when the page was read to be explored; <c>hover</c> when a style sheet does.</summary>
    public IReadOnlyList<string> Listens { get; init; } = [];

    /// <summary>What tells one handler from another: its place in the scripts, or its text without values.</summary>
    public string? Handler { get; init; }

    /// <summary>Labels of the options of a list that are not chosen.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The key combination that the element declares, in the words of Playwright: <c>Control+k</c>.</summary>
    public string? Shortcut { get; init; }

    /// <summary>The HTTP method that the element declares to send, where that is not its tag's own.</summary>
    public string? Sends { get; init; }

    /// <summary>Whether the element says that it can be dragged.</summary>
    public bool Draggable { get; init; }
}
