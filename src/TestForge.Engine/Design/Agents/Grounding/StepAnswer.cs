using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TestForge.Engine.Goals.Live;

namespace TestForge.Engine.Design.Agents.Grounding;

internal sealed record StepAnswer
{
    public required LiveActKind Do { get; init; }

    [Description("open: the id of the page, such as p3. Else null.")]
    [MaxLength(20)]
    public string? Page { get; init; }

    [Description("The id of the control, such as p3.e7. Null for open, back, reload, scroll, and for a key wherever the focus is.")]
    [MaxLength(40)]
    public string? Element { get; init; }

    [Description("fill: the text. choose: the option's label. press: the key. Else null.")]
    [MaxLength(500)]
    public string? Value { get; init; }
}
