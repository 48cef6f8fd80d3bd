using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Critique;

internal sealed record VerdictAnswer
{
    [Description("The id of the test, such as c3.")]
    [MaxLength(20)]
    public required string Case { get; init; }

    public required bool Keep { get; init; }

    [Description("The id of the test that it repeats, one of the same list or one of the rules'; else null.")]
    [MaxLength(120)]
    public string? SameAs { get; init; }

    [Description("Why, in a few words.")]
    [MaxLength(240)]
    public required string Reason { get; init; }
}
