using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Cases;

internal sealed record CharterAnswer
{
    [MinLength(3)]
    [MaxLength(100)]
    public required string Title { get; init; }

    [Description("What to explore, with what in mind, and what would be news.")]
    [MaxLength(400)]
    public required string Mission { get; init; }

    [Description("Ids of the pages where it begins.")]
    [MinLength(1)]
    [MaxLength(6)]
    public required IReadOnlyList<string> Pages { get; init; }
}
