using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Picking;

/// <summary>Elements between which rules cannot choose, though nothing speaks against any of them.</summary>
/// <param name="Wanted">The element that is looked for.</param>
/// <param name="Candidates">The elements, the most similar first.</param>
/// <param name="Take">What taking one of them comes to, by the rules that hold for every heal.</param>
internal sealed record LookAlikes(PlanElement Wanted, IReadOnlyList<HealCandidate> Candidates, Func<HealCandidate, HealRecord> Take);
