using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Pages;

internal sealed record PageActionAnswer
{
    [Description("The id of the control that does it, such as p3.e7.")]
    [MaxLength(40)]
    public required string Element { get; init; }

    [Description("What it does, in few words.")]
    [MaxLength(120)]
    public required string What { get; init; }
}
