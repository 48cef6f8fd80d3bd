namespace TestForge.Pipeline;

/// <summary>What a run's calls to the language model cost.</summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="Calls">Calls made; an answer that was asked for anew is one more.</param>
/// <param name="Kept">Answers that were there from earlier calls.</param>
/// <param name="Usd">What the calls cost, in USD.</param>
/// <param name="SavedUsd">What the kept answers had cost, in USD.</param>
/// <param name="Tokens">Tokens in and out.</param>
/// <param name="WhyOff">Why rules decided alone, in a sentence; null when the model was asked or could have been.</param>
public sealed record ModelSpending(string Model, int Calls, int Kept, decimal Usd, decimal SavedUsd, long Tokens, string? WhyOff = null);
