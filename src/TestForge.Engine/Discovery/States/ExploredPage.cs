using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>What trying the controls of a page gave.</summary>
internal sealed record ExploredPage
{
    /// <summary>Elements that something listens on and that reading the page alone did not find.</summary>
    public IReadOnlyList<PageElement> Elements { get; init; } = [];

    public IReadOnlyList<SiteState> States { get; init; } = [];

    public IReadOnlyList<Move> Moves { get; init; } = [];

    /// <summary>Addresses that were seen on the way: links of states, windows that opened, frames that were filled.</summary>
    public IReadOnlyList<Uri> Seen { get; init; } = [];

    public IReadOnlyList<SkippedItem> Skipped { get; init; } = [];

    /// <summary>Controls that were tried here and need not be on another page, and whether the layout repeats them on all.</summary>
    public IReadOnlyList<(long Key, bool Shared)> Tried { get; init; } = [];

    /// <summary>Actions performed.</summary>
    public int Actions { get; init; }
}
