using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Cli.Mcp;

internal sealed record DesignArguments
{
    [Description("Run folder with a site map, below the server's working folder. Default: the one explored last.")]
    [MaxLength(500)]
    public string? Folder { get; init; }

    [Description("Most cases that are kept, the most valuable first. Default: the server's setting, else 100.")]
    [Range(1, 100_000)]
    public int? MaxTests { get; init; }

    [Description("What should be possible, one sentence each, such as: A guest buys two items. A case is made of each by exploring, which needs the server to have a key for the language model, and runs without.")]
    [MaxLength(20)]
    public IReadOnlyList<string>? Goals { get; init; }
}
