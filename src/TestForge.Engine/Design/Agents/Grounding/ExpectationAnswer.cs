using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Grounding;

internal sealed record ExpectationAnswer
{
    public required ExpectationKind Kind { get; init; }

    [Description("leadsTo: the id of the page. Else null.")]
    [MaxLength(20)]
    public string? Page { get; init; }

    [Description("showsElement: the id of the element. refuses: the id of the field that is refused, or null. Else null.")]
    [MaxLength(40)]
    public string? Element { get; init; }

    [Description("shows and showsNot: the words. Else null.")]
    [MaxLength(160)]
    public string? Text { get; init; }
}
