namespace TestForge.Engine.Goals.Live;

/// <summary>What became of something done on a live page.</summary>
/// <param name="Result">Whether it was done.</param>
/// <param name="Message">Why not, or empty.</param>
/// <param name="Changes">What is different on the page now, in a few lines.</param>
/// <param name="Step">What was done, in terms of which a case can be made; null when nothing was.</param>
internal sealed record LiveAnswer(LiveResult Result, string Message, IReadOnlyList<string> Changes, LiveStep? Step = null);
