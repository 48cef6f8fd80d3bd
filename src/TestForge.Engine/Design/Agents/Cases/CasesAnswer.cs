using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Cases;

/// <summary>Tests for one flow.</summary>
internal sealed record CasesAnswer
{
    [Description("The most valuable first.")]
    [MaxLength(20)]
    public required IReadOnlyList<CaseAnswer> Cases { get; init; }

    [Description("Missions for people, for what no script would see.")]
    [MaxLength(3)]
    public required IReadOnlyList<CharterAnswer> Charters { get; init; }
}
