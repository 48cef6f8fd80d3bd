using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>An element as read from the page. Link is the absolute address of an anchor.</summary>
internal sealed record FactsElement(ElementFingerprint Print, bool Visible, bool Enabled, string? Link = null)
{
    /// <summary>Types of events that something waits for here, when the page was read to be explored; <c>hover</c> when a style sheet does.</summary>
    public IReadOnlyList<string> Listens { get; init; } = [];

    /// <summary>What tells one handler from another: its place in the scripts, or its text without values.</summary>
    public string? Handler { get; init; }

    /// <summary>Labels of the options of a list: those that are not chosen when the page was read to be explored, all when it was read with values.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What a field holds now, when the page was read with values; of a password only that there is one.</summary>
    public string? Value { get; init; }

    /// <summary>Words such as <c>checked</c> and <c>expanded</c>, when the page was read with values.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The key combination that the element declares, in the words of Playwright: <c>Control+k</c>.</summary>
    public string? Shortcut { get; init; }

    /// <summary>The HTTP method that the element declares to send, where that is not its tag's own.</summary>
    public string? Sends { get; init; }

    /// <summary>Whether the element says that it can be dragged.</summary>
    public bool Draggable { get; init; }
}
