namespace TestForge.TestKit.Agents;

/// <summary>A case that a scripted model thinks of.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Page">Path of the page it starts on.</param>
/// <param name="Steps">Its steps, as the answer has them.</param>
/// <param name="Expectations">What it expects, as the answer has it.</param>
public sealed record Idea(string Title, string Page, Func<SeenSite, object[]> Steps, Func<SeenSite, object[]> Expectations)
{
    public string Kind { get; init; } = "negative";

    public string? Impossible { get; init; }

    public static object Open(string page) => new { @do = "open", page, element = (string?)null, value = (string?)null };

    public static object Act(string act, string element, string? value = null) => new { @do = act, page = (string?)null, element, value };

    public static object Expect(string kind, string? page = null, string? element = null, string? text = null) => new { kind, page, element, text };

    /// <summary>Books a tool for so many days.</summary>
    public static Idea Book(string title, string days, params string[] kinds) => new(
        title,
        "/book",
        s => [Open(s.Page("/book")), Act("choose", s.Element("combobox", "Tool"), "Band saw"), Act("fill", s.Element("textbox", "Days"), days), Act("fill", s.Element("textbox", "Lent to"), "Ada ${unique}"), Act("click", s.Element("button", "Book it"))],
        _ => [.. kinds.Select(k => Expect(k))]);
}
