using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Cases;

/// <summary>A case as it was thought of: without steps yet.</summary>
/// <param name="Id">Names it in questions: <c>c1</c>.</param>
/// <param name="Flow">The flow it is for.</param>
/// <param name="Story">The story it is for.</param>
/// <param name="Answer">What is to be done and expected.</param>
internal sealed record DesignedCase(string Id, CoreFlow Flow, UserStory Story, CaseAnswer Answer)
{
    public string Title { get; } = AnswerText.Line(Answer.Title);

    public override string ToString() =>
        $"{Id} {Answer.Kind.ToString().ToLowerInvariant()}, for story {Story.Id}, on page {Answer.Page}: {Title}\n  does: {AnswerText.Line(Answer.Does)}\n  expected: {AnswerText.Line(Answer.Expected)}";
}
