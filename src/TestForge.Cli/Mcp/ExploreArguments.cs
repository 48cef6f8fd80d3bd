using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Cli.Mcp;

internal sealed record ExploreArguments
{
    [Description("Address of the application, such as http://localhost:3000. May be left out when the server was started for one.")]
    [MaxLength(2_000)]
    public string? Url { get; init; }

    [Description("Most pages that are kept. Default: the server's setting, else 50.")]
    [Range(1, 100_000)]
    public int? MaxPages { get; init; }

    [Description("Longest time, in minutes; what is left then is listed as skipped. Default: the server's setting, else 5.")]
    [Range(1, 240)]
    public int? MaxMinutes { get; init; }

    [Description("Folder for the files, below the server's working folder; new, or of an earlier run. Default: a new one in testforge-out.")]
    [MaxLength(500)]
    public string? Folder { get; init; }
}
