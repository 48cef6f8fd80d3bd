namespace TestForge.Pipeline;

/// <summary>What a page shows after some actions, without an address of its own: an open menu, the second step of a wizard, a filled list.</summary>
public sealed record SiteState
{
    /// <summary>Page id, dot, <c>s</c> and a number: <c>p3.s2</c>. The page as loaded has the page's own id.</summary>
    public required string Id { get; init; }

    public required string PageId { get; init; }

    /// <summary>The shortest known way here from the page as loaded; verified by walking it.</summary>
    public required IReadOnlyList<StateStep> Path { get; init; }

    /// <summary>Hash over structure and salient text classes; equal for near-duplicates.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What the state is, in few words: the name of the dialog or heading that appeared, or of the control that led here.</summary>
    public string Title { get; init; } = "";

    /// <summary>Elements that can be seen here and not on the page as loaded; ids such as <c>p3.s2.e1</c>.</summary>
    public IReadOnlyList<PageElement> Elements { get; init; } = [];

    /// <summary>Forms that can be used here and not on the page as loaded.</summary>
    public IReadOnlyList<PageForm> Forms { get; init; } = [];

    public ArtifactRef? Screenshot { get; init; }
}
