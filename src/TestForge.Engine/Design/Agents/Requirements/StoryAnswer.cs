using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Requirements;

internal sealed record StoryAnswer
{
    [Description("As whom, such as: a guest.")]
    [MaxLength(80)]
    public required string Role { get; init; }

    [Description("What they want to do, after the words: I want.")]
    [MaxLength(240)]
    public required string Want { get; init; }

    [Description("What for, after the words: so that.")]
    [MaxLength(240)]
    public required string Benefit { get; init; }

    [Description("Acceptance criteria: how one sees on the pages that it is met, one fact each.")]
    [MinLength(1)]
    [MaxLength(6)]
    public required IReadOnlyList<string> Criteria { get; init; }

    [Description("Ids of the pages it is about.")]
    [MinLength(1)]
    [MaxLength(8)]
    public required IReadOnlyList<string> Pages { get; init; }

    [Description("Ids of the controls it is about.")]
    [MaxLength(16)]
    public required IReadOnlyList<string> Elements { get; init; }
}
