namespace TestForge.Engine.Design.Trials;

/// <summary>A list or table.</summary>
/// <param name="Css">Finds its visible rows, and others of the same kind that come later.</param>
/// <param name="Rows">What each row says.</param>
/// <param name="Columns">What every row has once.</param>
internal sealed record PageList(string Css, IReadOnlyList<string> Rows, IReadOnlyList<PageColumn> Columns);
