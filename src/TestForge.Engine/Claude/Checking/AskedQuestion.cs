namespace TestForge.Engine.Claude.Checking;

/// <summary>What one small question took.</summary>
/// <param name="Milliseconds">From the question to the whole answer.</param>
/// <param name="Tokens">In and out.</param>
/// <param name="Usd">What it cost.</param>
public sealed record AskedQuestion(long Milliseconds, long Tokens, decimal Usd);
