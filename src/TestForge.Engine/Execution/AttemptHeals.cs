using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>The heals of one attempt: it goes on with the new locator where it stands, and the rest of the case is the proof.</summary>
internal sealed class AttemptHeals(
    DriftHealer healer,
    IPage page,
    Dictionary<string, LocatorSpec> locators,
    Dictionary<string, ElementFingerprint> healed,
    HealSight? sight,
    string caseId,
    TimeSpan patience)
{
    /// <summary>Whoever needs more is on another page than the test was made for.</summary>
    private const int MaxHeals = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly List<HealRecord> _used = [];

    /// <summary>The first failure that only a suggestion was made for: the case fails by it, however it goes on.</summary>
    public Failure? Suggested { get; private set; }

    public IReadOnlyList<string> Elements => [.. _used.Select(h => h.ElementId)];

    public bool Uses(string elementId) => _used.Any(h => h.ElementId == elementId);

    public bool MayHeal(string elementId) => _used.Count < MaxHeals && !Uses(elementId) && healer.MayLook(caseId, elementId);

    /// <summary>Takes a locator that is known already, so that nobody waits for the old one.</summary>
    public async Task PrepareAsync(StepAction action, CancellationToken cancellationToken)
    {
        if (action.Element is { } id && !Uses(id) && (healer.Known(caseId, id) ?? Twin(id)) is { New: { } locator } known && await ReplacedAsync(locators[id], locator, cancellationToken))
        {
            Use(known, locator);
        }
    }

    /// <summary>Returns whether the step can be done again with a new locator.</summary>
    public async Task<bool> HealAsync(Failure drift, string elementId, ArtifactRef facts, CancellationToken cancellationToken)
    {
        var heal = await healer.HealAsync(caseId, elementId, facts, l => FoundAsync(l, cancellationToken), h => sight?.JudgeAsync(h, page, cancellationToken) ?? Task.FromResult(h), cancellationToken);
        if (heal.New is not { } locator)
        {
            return false;
        }

        if (!healer.MayPass(caseId, heal))
        {
            Suggested ??= drift;
        }

        Use(heal, locator);
        return true;
    }

    /// <summary>Notes whether the case passed whole with its heals.</summary>
    public void End(bool passed)
    {
        foreach (var heal in _used)
        {
            healer.Add(caseId, heal, passed);
        }
    }

    // A plan may know one element twice: as it was explored, and as a case's own state had it.
    private HealRecord? Twin(string elementId) =>
        _used.FirstOrDefault(h => h.Old.ToString() == locators[elementId].ToString()) is { } heal && healer.MayPass(caseId, heal) ? heal with { ElementId = elementId } : null;

    private void Use(HealRecord heal, LocatorSpec locator)
    {
        _used.Add(heal);
        locators[heal.ElementId] = locator;
        if (heal.Before is { } print)
        {
            healed[heal.ElementId] = print;
        }
    }

    /// <summary>Whether the old locator finds nothing and the new one element, twice, so that a page on its way is not taken for one that has arrived.</summary>
    private async Task<bool> ReplacedAsync(LocatorSpec old, LocatorSpec @new, CancellationToken cancellationToken)
    {
        var fits = 0;
        for (var waited = TimeSpan.Zero; waited < patience; waited += Pause)
        {
            if (await FoundAsync(old, cancellationToken) > 0)
            {
                return false;
            }

            fits = await FoundAsync(@new, cancellationToken) == 1 ? fits + 1 : 0;
            if (fits == 2)
            {
                return true;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return false;
    }

    private async Task<int> FoundAsync(LocatorSpec locator, CancellationToken cancellationToken)
    {
        try
        {
            return await page.Locate(locator).CountAsync().WaitAsync(patience, cancellationToken);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return 0;
        }
    }
}
