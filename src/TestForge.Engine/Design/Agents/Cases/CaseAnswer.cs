using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Cases;

internal sealed record CaseAnswer
{
    [Description("What is shown by it, in few words.")]
    [MinLength(5)]
    [MaxLength(100)]
    public required string Title { get; init; }

    [Description("The id of the user story it is for, such as r1.2.")]
    [MaxLength(20)]
    public required string Story { get; init; }

    public required CaseKind Kind { get; init; }

    [Description("The id of the page it starts on.")]
    [MaxLength(20)]
    public required string Page { get; init; }

    [Description("What is done, step by step, in words.")]
    [MaxLength(600)]
    public required string Does { get; init; }

    [Description("What the application should do then, and how that is seen.")]
    [MaxLength(300)]
    public required string Expected { get; init; }

    [Description("The fault that it would find, and what that would cost, in a sentence.")]
    [MaxLength(240)]
    public required string Fault { get; init; }

    [Description("How much that fault would matter, from little to very much.")]
    [Range(1, 5)]
    public required int Risk { get; init; }
}
