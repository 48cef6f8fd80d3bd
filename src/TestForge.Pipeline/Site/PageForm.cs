namespace TestForge.Pipeline;

/// <summary>A form, or a group of fields with a button that acts as one.</summary>
public sealed record PageForm
{
    /// <summary>Stable within the map: <c>p3.f1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Accessible name or heading, when it has one.</summary>
    public string Name { get; init; } = "";

    public FormPurpose Purpose { get; init; }

    /// <summary>Lower-case HTTP method.</summary>
    public string Method { get; init; } = "get";

    /// <summary>Absolute address the form is sent to.</summary>
    public string Action { get; init; } = "";

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Element id of the control that sends the form, when there is one.</summary>
    public string? SubmitElementId { get; init; }

    /// <summary>True when the form carries <c>novalidate</c>.</summary>
    public bool NoValidate { get; init; }

    /// <summary>Why the guard refuses to send it, or null.</summary>
    public string? Hazard { get; init; }
}
