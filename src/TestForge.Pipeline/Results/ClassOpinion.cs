namespace TestForge.Pipeline;

/// <summary>What a language model takes a failure for whose class rules cannot tell. It stands beside the class: no verdict, retry or heal rests on it.</summary>
/// <param name="Class">The class it chose, never <see cref="FailureClass.Unknown"/>.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Reason">Why, in one sentence of the model.</param>
/// <param name="Evidence">The lines of the evidence that it rests on, word for word.</param>
public sealed record ClassOpinion(FailureClass Class, string Model, string Reason, IReadOnlyList<string> Evidence);
