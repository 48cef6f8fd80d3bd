using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Cli.Mcp;

internal sealed record RunArguments
{
    [Description("Address of an application: everything from exploring to the report is done anew. Give this or folder.")]
    [MaxLength(2_000)]
    public string? Url { get; init; }

    [Description("Run folder with a test plan, below the server's working folder: its cases are run. Default, when url is left out too: the folder worked on last.")]
    [MaxLength(500)]
    public string? Folder { get; init; }

    [Description("With folder: only cases whose title matches this regular expression.")]
    [MaxLength(500)]
    public string? Grep { get; init; }

    [Description("With folder: only cases that failed when they last ran in it.")]
    public bool? LastFailed { get; init; }

    [Description("With url: most pages that are kept.")]
    [Range(1, 100_000)]
    public int? MaxPages { get; init; }

    [Description("With url: most cases that are kept.")]
    [Range(1, 100_000)]
    public int? MaxTests { get; init; }

    [Description("With url: longest time for exploring, in minutes.")]
    [Range(1, 240)]
    public int? MaxMinutes { get; init; }
}
