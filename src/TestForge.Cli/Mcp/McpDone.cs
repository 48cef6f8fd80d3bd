using TestForge.Cli.Commands;
using TestForge.Cli.Results;

namespace TestForge.Cli.Mcp;

/// <summary>Work that was done for a client.</summary>
internal sealed record McpDone(CommandWork Work, Outcome Outcome, Summary Summary, string? Warning)
{
    /// <summary>The lines for people, none of which says anything of a page.</summary>
    public IEnumerable<string> Lines => (Summary with { Failures = [], GoalsNotMade = [] }).Full.Where(l => !Outcome.StageLines.Contains(l)).Select(l => l.Lead + l.Rest);
}
