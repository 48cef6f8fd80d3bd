namespace TestForge.Pipeline;

/// <summary>What a person wants to be possible in the application, in their own words. Exploring makes a case of it.</summary>
/// <param name="Title">Becomes the case's title.</param>
/// <param name="Steps">One sentence for a whole goal, or the steps of a scenario.</param>
/// <param name="Source">Where it was written, such as <c>goals.md:4</c> or <c>--goal</c>.</param>
/// <param name="Feature">The group its case belongs to.</param>
/// <param name="SignedOut">True for a visitor who is not signed in, though the run has a login.</param>
public sealed record TestGoal(string Title, IReadOnlyList<GoalStep> Steps, string Source, string Feature = TestGoal.DefaultFeature, bool SignedOut = false)
{
    public const string DefaultFeature = "Goals";

    /// <summary>A goal in one sentence.</summary>
    public static TestGoal Of(string text, string source) => new(text, [new(GoalStepKind.Whole, text)], source);
}
