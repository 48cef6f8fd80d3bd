namespace TestForge.Pipeline;

/// <summary>What kind of failure it is, and what shows it.</summary>
/// <param name="Class">The one class.</param>
/// <param name="Evidence">Sentences for a person, the decisive one first.</param>
public sealed record Diagnosis(FailureClass Class, IReadOnlyList<string> Evidence)
{
    /// <summary>What is done about it.</summary>
    public FailurePolicy Policy => Class.Policy();
}
