using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>What an attempt has seen on its way.</summary>
internal sealed class CaseSight
{
    private readonly List<(PlanElement Element, LocatorSpec Locator, ElementFingerprint Print)> _prints = [];
    private readonly List<string> _paths = [];

    public IReadOnlyList<(PlanElement Element, LocatorSpec Locator, ElementFingerprint Print)> Prints => _prints;

    /// <summary>The path of the page at each step that passed.</summary>
    public IReadOnlyList<string> Paths => _paths;

    public void Passed(string path) => _paths.Add(path);

    public void Add(PlanElement element, LocatorSpec locator, ElementFingerprint print) => _prints.Add((element, locator, print));
}
