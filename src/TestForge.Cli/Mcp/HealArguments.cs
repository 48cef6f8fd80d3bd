using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Cli.Mcp;

internal sealed record HealArguments
{
    [Description("Run folder, below the server's working folder. Default: the one worked on last.")]
    [MaxLength(500)]
    public string? Folder { get; init; }

    [Description("Ids of heals, their beginning is enough. Default: all.")]
    [MaxLength(50)]
    public IReadOnlyList<string>? Ids { get; init; }

    [Description("true writes the new locators of heals that a person has approved into the generated scripts and the plan. Default: only show.")]
    public bool? Apply { get; init; }
}
