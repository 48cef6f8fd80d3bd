using Microsoft.Playwright;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Locators;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Compares how a healed element looks with how the element looked when a step last passed on it. A look may hold a heal back, never make one.</summary>
internal sealed class HealSight(LookJudge judge, FingerprintBook book, TestPlan plan, IArtifactStore artifacts)
{
    public async Task<HealRecord> JudgeAsync(HealRecord heal, IPage page, CancellationToken cancellationToken)
    {
        if (heal.New is not { } locator || plan.Elements.FirstOrDefault(e => e.Id == heal.ElementId) is not { } element || book.LookOf(plan, element) is not { } before
            || await ElementCamera.TakeAsync(page, page.Locate(locator), cancellationToken) is not { } after || before.ToLook() is not { } old || after.ToLook() is not { } @new)
        {
            return heal;
        }

        var opinion = await judge.JudgeAsync(old, @new, cancellationToken);
        var seen = heal with
        {
            Sight = opinion,
            LookBefore = await artifacts.PutAsync(ArtifactKinds.ElementLook, before.Png, cancellationToken),
            LookAfter = await artifacts.PutAsync(ArtifactKinds.ElementLook, after.Png, cancellationToken),
        };
        return opinion.Verdict == SightVerdict.Veto
            ? seen with { Decision = HealDecision.Refused, New = null, Reason = $"{locator} finds an element that does not look like it. {opinion.Reason} ({opinion.Embedder})" }
            : seen;
    }
}
