namespace TestForge.Engine.Design.Trials;

/// <summary>A part of a page that may be pictured.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Type">Its attribute <c>type</c>.</param>
/// <param name="NameAttribute">Its attribute <c>name</c>.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="Repeats">Whether it holds lists, whose entries are the application's data.</param>
/// <param name="Moves">Whether the whole of it is laid out otherwise with longer data.</param>
/// <param name="Masks">What lies elsewhere with longer data, as CSS selectors.</param>
/// <param name="InBanner">Whether it lies in the head of the page.</param>
internal sealed record PageRegion(string Tag, string? Type, string? NameAttribute, int Width, int Height, bool Repeats, bool Moves, IReadOnlyList<string> Masks, bool InBanner);
