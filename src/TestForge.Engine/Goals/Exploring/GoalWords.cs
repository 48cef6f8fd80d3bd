using TestForge.Engine.Goals.Live;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>What a goal itself says, and how steps towards it are told.</summary>
internal static class GoalWords
{
    /// <summary>Everything the person has written.</summary>
    public static string Given(TestGoal goal) => string.Join('\n', goal.Steps.Select(s => s.Text).Prepend(goal.Title));

    /// <summary>The environment variables that the goal names.</summary>
    public static IReadOnlyList<string> Variables(TestGoal goal) => [.. goal.Steps.SelectMany(s => EnvironmentValues.NamesIn(s.Text)).Distinct()];

    public static string Of(LiveAct act, PageEvidence page)
    {
        var on = page.Find(act.Ref) is { } element ? $" {element.Role} {EvidenceText.Quoted(element.Name)}{(element.Near is { } near ? $" near {EvidenceText.Quoted(near)}" : "")}" : "";
        var value = act.Value is { } text ? $" {EvidenceText.Quoted(text)}" : act.Kind == LiveActKind.Fill ? " a made-up value" : "";
        return act.Kind switch
        {
            LiveActKind.Fill => $"fill{on} with{value}",
            LiveActKind.Choose => $"choose{value} in{on}",
            LiveActKind.Press => $"press{value}{(on.Length > 0 ? $" in{on}" : "")}",
            _ => $"{act.Kind.ToString().ToLowerInvariant()}{on}{value}",
        };
    }
}
