namespace TestForge.Engine.Goals.Exploring;

/// <summary>Stable codes of goals that became no case.</summary>
internal static class GoalCodes
{
    public const string NotReached = "goal.not_reached";
    public const string NotRepeatable = "goal.not_repeatable";
    public const string NeedsModel = "goal.needs_model";
}
