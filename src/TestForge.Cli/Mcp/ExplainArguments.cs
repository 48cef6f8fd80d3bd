using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Cli.Mcp;

internal sealed record ExplainArguments
{
    [Description("Id of the case, as run lists it.")]
    [MaxLength(300)]
    public required string Case { get; init; }

    [Description("Run folder with results, below the server's working folder. Default: the one worked on last.")]
    [MaxLength(500)]
    public string? Folder { get; init; }
}
