using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Cli.Mcp;

internal sealed record OpenPageArguments
{
    [Description("Address of the page, such as http://localhost:3000/cart. May be left out when the server was started for one application.")]
    [MaxLength(2_000)]
    public string? Url { get; init; }
}
