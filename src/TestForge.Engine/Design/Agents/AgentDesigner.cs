using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Batches;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents;

/// <summary>Begins designs with the language model, where there is one.</summary>
internal sealed class AgentDesigner(IClaude claude, ClaudeBatches batches, IOptions<ClaudeOptions> options, IRunEvents events)
{
    /// <summary>Null when nothing is to be asked.</summary>
    public AgentDesign? Begin(DesignContext context, DesignInput input)
    {
        if (!claude.IsEnabled || input is not { Agents: { MaxCases: > 0, MaxPages: > 0, MaxFlows: > 0 } limits, MaxTests: > 0 } || context.Pages.Count == 0)
        {
            return null;
        }

        var facts = new SiteFacts(context);
        var site = new SiteText(context, facts, limits.MaxPages);
        return new(context, facts, site, limits, new(claude, batches, options.Value, events, options.Value.BatchPages <= site.Pages.Count), options.Value.Model);
    }
}
