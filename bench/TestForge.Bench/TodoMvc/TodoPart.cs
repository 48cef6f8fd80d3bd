namespace TestForge.Bench.TodoMvc;

/// <summary>A part that every implementation has: the n-th match of a CSS selector, through open shadow roots.</summary>
internal sealed record TodoPart(string Name, string Selector, int Index);
