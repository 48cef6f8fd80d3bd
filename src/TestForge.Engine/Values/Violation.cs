namespace TestForge.Engine.Values;

/// <summary>A value that breaks one declared constraint.</summary>
/// <param name="Kind">File-safe name of the constraint broken.</param>
/// <param name="Words">The same for a title: <c>a text that is too short</c>.</param>
/// <param name="Value">What to type.</param>
/// <param name="Truncates">True when the browser is expected to shorten it instead of refusing it.</param>
internal sealed record Violation(string Kind, string Words, string Value, bool Truncates = false)
{
    /// <summary>The same as a distance from the field's own bound, where it is a day.</summary>
    public BoundedDay? Day { get; init; }
}
