using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>What an attempt has seen on its way.</summary>
internal sealed class CaseSight
{
    private readonly List<SeenElement> _prints = [];
    private readonly List<string> _paths = [];

    public IReadOnlyList<SeenElement> Prints => _prints;

    /// <summary>The path of the page at each step that passed.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>What was on pages, by the page of the plan.</summary>
    public Dictionary<string, IReadOnlyList<ElementFingerprint>> Pages { get; } = [];

    public void Passed(string path) => _paths.Add(path);

    public void Add(SeenElement seen) => _prints.Add(seen);
}
