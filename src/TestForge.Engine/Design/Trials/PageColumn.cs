namespace TestForge.Engine.Design.Trials;

/// <summary>What every row of a list has once, such as a name or a price.</summary>
internal sealed record PageColumn(string Css, IReadOnlyList<string> Texts);
