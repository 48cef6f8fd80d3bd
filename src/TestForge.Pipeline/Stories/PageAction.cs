namespace TestForge.Pipeline;

/// <summary>A main action of a page.</summary>
/// <param name="ElementId">The control that does it, by its id in the site map.</param>
/// <param name="What">What it does, in few words.</param>
public sealed record PageAction(string ElementId, string What);
