using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TestForge.Engine.Goals.Live;

namespace TestForge.Cli.Mcp;

internal sealed record ActArguments
{
    [Description("What to do: click, fill, choose (an option of a list), check, uncheck, press (a key), open (a path of the application), back, reload, scroll.")]
    public required LiveActKind Kind { get; init; }

    [Description("The control, by its name in the page as it was read last, such as e3. Needed by click, fill, choose, check and uncheck.")]
    [MaxLength(10)]
    public string? Ref { get; init; }

    [Description("fill: the text; left out, a fitting one is made up. ${unique} stands for a word that is new each time, ${env:NAME} for a variable that the server allows. choose: the option's label. press: the key. open: the path.")]
    [MaxLength(2_000)]
    public string? Value { get; init; }
}
