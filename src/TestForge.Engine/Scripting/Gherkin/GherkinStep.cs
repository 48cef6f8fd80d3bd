namespace TestForge.Engine.Scripting.Gherkin;

/// <summary>A step of a runnable feature.</summary>
/// <param name="Text">Everything after the keyword.</param>
/// <param name="Rows">A table below it, one column.</param>
internal sealed record GherkinStep(string Text, IReadOnlyList<string> Rows);
