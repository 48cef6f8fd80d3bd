using System.Linq.Expressions;
using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

/// <summary>A heal of a run in short.</summary>
/// <param name="Key">The heal of the project that it is; null when nothing was found.</param>
internal sealed record RunHealResponse(Guid Id, string? Key, string ElementName, string Page, HealDecision Decision, bool Proved, bool Patched, string Reason)
{
    public static readonly Expression<Func<RunHeal, RunHealResponse>> Selector = h => new RunHealResponse(h.Id, h.Key, h.ElementName, h.Page, h.Decision, h.Proved, h.Patched, h.Reason);

    public static RunHealResponse Of(RunHeal h) => new(h.Id, h.Key, h.ElementName, h.Page, h.Decision, h.Proved, h.Patched, h.Reason);
}
