namespace TestForge.Pipeline;

/// <summary>A group of cases a product person would name.</summary>
/// <param name="Id">File-safe: lower-case letters, digits and hyphens.</param>
/// <param name="Title">One line.</param>
/// <param name="Description">Why these cases exist, one or two sentences.</param>
public sealed record TestFeature(string Id, string Title, string Description);
