namespace TestForge.Pipeline;

/// <summary>A page the cases use.</summary>
/// <param name="Id">The page's id in the site map.</param>
/// <param name="Name">What a person would call it, unique in the plan, one to four words.</param>
/// <param name="Path">Address relative to the target's origin.</param>
public sealed record PlanPage(string Id, string Name, string Path);
