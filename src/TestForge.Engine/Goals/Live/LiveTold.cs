namespace TestForge.Engine.Goals.Live;

/// <summary>What became of something done on a live page, fit to be told to a model.</summary>
/// <param name="Result">Whether it was done.</param>
/// <param name="Text">Why not or what has changed, and the page as it stands, fenced.</param>
public sealed record LiveTold(LiveResult Result, string Text);
