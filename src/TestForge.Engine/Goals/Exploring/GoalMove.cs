using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TestForge.Engine.Goals.Live;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>What the model wants to do next.</summary>
internal sealed record GoalMove
{
    [Description("act: use the page. done: what is asked for is reached, and the page shows it now. giveUp: it cannot be reached.")]
    public required GoalDecision Decision { get; init; }

    [Description("When the decision is act: what to do.")]
    public LiveActKind? Tool { get; init; }

    [Description("The control to use, by its name in the list of controls, such as e3. Null for open, back, reload, scroll, and for a key wherever the focus is.")]
    [MaxLength(10)]
    public string? Ref { get; init; }

    [Description("fill: the text, or null to have a fitting one made up. choose: the option's label. press: the key. open: a path of the application. Else null.")]
    [MaxLength(500)]
    public string? Value { get; init; }

    [Description("Why, in a few words.")]
    [MaxLength(300)]
    public required string Reason { get; init; }

    [Description("When the decision is done: texts that the page shows now and that prove it, word for word, the shortest that do. Without numbers and times that differ on each visit. Else empty.")]
    [MaxLength(4)]
    public required IReadOnlyList<string> Proofs { get; init; }
}
