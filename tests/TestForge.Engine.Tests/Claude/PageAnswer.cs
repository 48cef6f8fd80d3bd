using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Tests.Claude;

internal sealed record PageAnswer
{
    public const string Good = """{"kind":"cart","purpose":"Shows what will be bought.","actions":[{"element":"e1","risk":2}],"confidence":0.9,"note":null}""";

    public required PageKind Kind { get; init; }

    [Description("One sentence.")]
    [MaxLength(120)]
    public required string Purpose { get; init; }

    [MinLength(1)]
    [MaxLength(5)]
    public required IReadOnlyList<PageAction> Actions { get; init; }

    [Range(0.0, 1.0)]
    public required double Confidence { get; init; }

    public required string? Note { get; init; }
}
