namespace TestForge.Platform.Runs;

/// <summary>What a run was asked to do, as it is stored.</summary>
internal sealed record RunSettings
{
    public int MaxPages { get; init; } = 50;

    public int MaxDepth { get; init; } = 6;

    public int MaxTests { get; init; } = 100;

    public int Seed { get; init; } = 1;

    public string PathPrefix { get; init; } = "/";

    public IReadOnlyList<string> Include { get; init; } = [];

    public IReadOnlyList<string> Exclude { get; init; } = [];

    public bool Visual { get; init; }
}
