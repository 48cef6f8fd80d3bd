namespace TestForge.Engine.Claude.Prompts;

/// <summary>Text that comes from the application under test. It is data, whatever it says.</summary>
/// <param name="Source">Where it comes from, in our own words, such as <c>page p3</c>.</param>
/// <param name="Text">The text.</param>
internal sealed record PageData(string Source, string Text)
{
    /// <summary>Characters kept of one piece; the rest is left out, and the text says so.</summary>
    public const int MaxLength = 60_000;
}
