using System.Text.Json.Serialization;

namespace TestForge.Pipeline;

/// <summary>How an element is found, in Playwright's terms. All matching of words is exact but that of <see cref="Loose"/>.</summary>
public sealed record LocatorSpec
{
    public required LocatorKind Kind { get; init; }

    /// <summary>Role, label, placeholder, test id, text, title, alt text or CSS selector, by <see cref="Kind"/>.</summary>
    public required string Value { get; init; }

    /// <summary>Accessible name, for <see cref="LocatorKind.Role"/>.</summary>
    public string? Name { get; init; }

    /// <summary>True when the accessible name need only hold <see cref="Name"/>, in any case of letters: a style sheet adds to it, such as the glyph of an icon font.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Loose { get; init; }

    /// <summary>Only elements that contain this text, in any case of letters. It may hold <c>${unique}</c> and <c>${noted:NAME}</c>.</summary>
    public string? HasText { get; init; }

    /// <summary>A locator the element is searched within, such as a landmark or a form.</summary>
    public LocatorSpec? Within { get; init; }

    /// <summary>Zero-based place among the matches when the rest is not unique.</summary>
    public int? Nth { get; init; }

    /// <summary>CSS selectors of the frames around the element, outermost first. Only on the outermost locator.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>True when it finds what an attempt itself has made or noted, by a text that only the attempt knows.</summary>
    [JsonIgnore]
    public bool IsBound => HasText?.Contains("${", StringComparison.Ordinal) == true || Within?.IsBound == true;

    /// <summary>The locator as Playwright for TypeScript writes it, without the page.</summary>
    public override string ToString()
    {
        var own = Kind switch
        {
            LocatorKind.Role when Name is null => $"getByRole('{Escape(Value)}')",
            LocatorKind.Role when Loose => $"getByRole('{Escape(Value)}', {{ name: '{Escape(Name)}' }})",
            LocatorKind.Role => $"getByRole('{Escape(Value)}', {{ name: '{Escape(Name)}', exact: true }})",
            LocatorKind.TestId => $"getByTestId('{Escape(Value)}')",
            LocatorKind.Label => $"getByLabel('{Escape(Value)}', {{ exact: true }})",
            LocatorKind.Placeholder => $"getByPlaceholder('{Escape(Value)}', {{ exact: true }})",
            LocatorKind.Text => $"getByText('{Escape(Value)}', {{ exact: true }})",
            LocatorKind.AltText => $"getByAltText('{Escape(Value)}', {{ exact: true }})",
            LocatorKind.Title => $"getByTitle('{Escape(Value)}', {{ exact: true }})",
            _ => $"locator('{Escape(Value)}')",
        };
        var frames = string.Concat(Frames.Select(f => $"frameLocator('{Escape(f)}')."));
        var within = Within is null ? "" : $"{Within}.";
        var nth = Nth switch { null => "", 0 => ".first()", _ => $".nth({Nth})" };
        var filter = HasText is null ? "" : $".filter({{ hasText: '{Escape(HasText)}' }})";
        return frames + within + own + filter + nth;
    }

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
