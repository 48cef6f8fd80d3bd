using System.Text.Json.Serialization;

namespace TestForge.Pipeline;

/// <summary>What identifies an element, kept so that it can be found again after the page has changed.</summary>
public sealed record ElementFingerprint
{
    /// <summary>Lower-case tag name.</summary>
    public required string Tag { get; init; }

    /// <summary>ARIA role, explicit or implied; empty without one.</summary>
    public string Role { get; init; } = "";

    /// <summary>Accessible name, white space collapsed, at most 200 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>True when a style sheet adds text to its name, such as the glyph of an icon font; <see cref="Name"/> is without it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Decorated { get; init; }

    public string? Id { get; init; }

    /// <summary>The value of <c>data-testid</c>.</summary>
    public string? TestId { get; init; }

    /// <summary>The <c>type</c> attribute of an input or button.</summary>
    public string? Type { get; init; }

    /// <summary>The <c>name</c> attribute.</summary>
    public string? NameAttribute { get; init; }

    /// <summary>Visible text, white space collapsed, at most 200 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Text of the associated label element.</summary>
    public string? Label { get; init; }

    public string? Placeholder { get; init; }

    public string? Alt { get; init; }

    public string? Title { get; init; }

    /// <summary>The address a link leads to, as written.</summary>
    public string? Href { get; init; }

    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Position and size in CSS pixels of the page.</summary>
    public ElementBox Box { get; init; } = new(0, 0, 0, 0);

    /// <summary>Text around the element, white space collapsed, at most 200 characters.</summary>
    public string? NeighbourText { get; init; }

    /// <summary>Tags from the root of its document or shadow root: <c>html/body/main/form/input</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The same with the position of each among its kind: <c>html[1]/body[1]/main[1]/form[2]/input[3]</c>; null in prints from before it was kept.</summary>
    public string? XPath { get; init; }

    /// <summary>A CSS selector unique in its document, the last resort of a locator.</summary>
    public string Css { get; init; } = "";

    /// <summary>CSS selectors of the frames around the element, outermost first; empty in the main frame.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>How many open shadow roots lie around the element.</summary>
    public int ShadowDepth { get; init; }

    /// <summary>The nearest landmark: role, and name when it has one.</summary>
    public string? Landmark { get; init; }

    public string? LandmarkName { get; init; }
}
