namespace TestForge.Engine.Discovery.Technologies;

/// <summary>What a page and its answer show of how they were made. As the page script returns it; the page may lie.</summary>
internal sealed record TechnologySigns
{
    /// <summary>The <c>generator</c> meta elements.</summary>
    public IReadOnlyList<string?> Generators { get; init => field = value ?? []; } = [];

    /// <summary>Addresses of scripts and style sheets, without their queries.</summary>
    public IReadOnlyList<string?> Files { get; init => field = value ?? []; } = [];

    /// <summary>Marks that frameworks leave: name, and version where one is told.</summary>
    public IReadOnlyList<TechnologyMark?> Marks { get; init => field = value ?? []; } = [];
}
