using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>A field as read from the page.</summary>
internal sealed record FactsField
{
    public int Element { get; init; }

    public string? Name { get; init; }

    public string Type { get; init; } = "text";

    public string Label { get; init; } = "";

    public bool Required { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Step { get; init; }

    public string? Pattern { get; init; }

    public string? InputMode { get; init; }

    public string? Autocomplete { get; init; }

    /// <summary>Kinds of file, for a field that takes files.</summary>
    public string? Accept { get; init; }

    public IReadOnlyList<string>? Options { get; init; }

    public int FirstOption { get; init; }

    public string Value { get; init; } = "";

    public bool ReadOnly { get; init; }

    /// <summary>The field as the site map and test design know it.</summary>
    public FormField ToField(string elementId) => new()
    {
        ElementId = elementId,
        Name = Name,
        Type = Type,
        Label = Label,
        Required = Required,
        MinLength = MinLength,
        MaxLength = MaxLength,
        Min = Min,
        Max = Max,
        Step = Step,
        Pattern = Pattern,
        InputMode = InputMode,
        Autocomplete = Autocomplete,
        Options = Options ?? [],
        FirstOption = Math.Max(0, FirstOption),
        Value = Value,
        ReadOnly = ReadOnly,
    };
}
