using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Pages;

/// <summary>What a page is for.</summary>
internal sealed record PageAnswer
{
    [Description("The page's id, such as p3.")]
    [MaxLength(20)]
    public required string Page { get; init; }

    public required PageKind Kind { get; init; }

    [Description("What visitors come to the page for, in a sentence.")]
    [MaxLength(240)]
    public required string Purpose { get; init; }

    [Description("The main things that the page lets them do, the most important first.")]
    [MaxLength(8)]
    public required IReadOnlyList<PageActionAnswer> Actions { get; init; }
}
