namespace TestForge.Engine.Browser;

/// <summary>A form as read from the page. Submit and each field's Element are indices into the page's elements.</summary>
internal sealed record FactsForm
{
    public string Name { get; init; } = "";

    public string Method { get; init; } = "get";

    /// <summary>The method that a hidden field tells the server to take it for, as several frameworks do.</summary>
    public string? Sends { get; init; }

    public string Action { get; init; } = "";

    public IReadOnlyList<FactsField> Fields { get; init; } = [];

    public int? Submit { get; init; }

    public string SubmitText { get; init; } = "";

    public bool NoValidate { get; init; }
}
