namespace TestForge.Pipeline;

/// <summary>A field and the constraints it declares.</summary>
public sealed record FormField
{
    /// <summary>The element's id in <see cref="SitePage.Elements"/>.</summary>
    public required string ElementId { get; init; }

    /// <summary>The <c>name</c> attribute.</summary>
    public string? Name { get; init; }

    /// <summary>Input type in lower case (<c>text</c>, <c>email</c>, …), or <c>select</c> or <c>textarea</c>.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What a user would call it: accessible name, else placeholder, else name.</summary>
    public string Label { get; init; } = "";

    public bool Required { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>As written: a number or a date.</summary>
    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Step { get; init; }

    public string? Pattern { get; init; }

    /// <summary>The <c>inputmode</c> attribute: what keyboard the field asks for.</summary>
    public string? InputMode { get; init; }

    public string? Autocomplete { get; init; }

    /// <summary>Labels of a select's options that can be chosen and have a value.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Zero-based place, among all options of a select, of the first that can be chosen.</summary>
    public int FirstOption { get; init; }

    /// <summary>The value when the page was read; always empty for passwords and hidden fields.</summary>
    public string Value { get; init; } = "";

    public bool ReadOnly { get; init; }
}
