namespace TestForge.Pipeline;

/// <summary>What kind of failure it is, and what shows it.</summary>
/// <param name="Class">The one class.</param>
/// <param name="Evidence">Sentences for a person, the decisive one first.</param>
public sealed record Diagnosis(FailureClass Class, IReadOnlyList<string> Evidence)
{
    /// <summary>What the language model takes it for, where rules cannot tell; null when it was not asked or did not say. Nothing is done about it.</summary>
    public ClassOpinion? Opinion { get; init; }

    /// <summary>What is done about it.</summary>
    public FailurePolicy Policy => Class.Policy();
}
