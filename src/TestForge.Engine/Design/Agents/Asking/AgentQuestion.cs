using TestForge.Engine.Claude;

namespace TestForge.Engine.Design.Agents.Asking;

/// <summary>A question of the chain.</summary>
/// <param name="About">What it is about, for people: a page, a flow, the title of a case.</param>
/// <param name="Request">What is asked.</param>
/// <param name="FaultsOf">What an answer names that the site map does not have, and the like.</param>
internal sealed record AgentQuestion<T>(string About, ClaudeRequest Request, Func<T, IReadOnlyList<string>> FaultsOf)
    where T : class;
