namespace TestForge.Engine.Goals.Live;

/// <summary>A control of a page as evidence.</summary>
/// <param name="Ref">Short name within this evidence: <c>e1</c>, <c>e2</c>, …</param>
/// <param name="Role">What kind of control it is.</param>
/// <param name="Name">What it is called.</param>
internal sealed record EvidenceElement(string Ref, string Role, string Name)
{
    /// <summary>Of a field: what it holds.</summary>
    public string? Value { get; init; }

    /// <summary>Words such as <c>checked</c> and <c>required</c>.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Of a list: the labels that can be chosen.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Of a link: the path it leads to, or the host of another site.</summary>
    public string? Link { get; init; }

    /// <summary>Text beside it, where others have the same name.</summary>
    public string? Near { get; init; }

    /// <summary>Why it may not be used, or null.</summary>
    public string? Refused { get; init; }

    public bool TakesText => Role is "textbox" or "searchbox" or "spinbutton" or "slider" || Role.StartsWith("field", StringComparison.Ordinal) || (Role == "combobox" && Options.Count == 0);

    public bool IsBox => Role is "checkbox" or "radio" or "switch" or "menuitemcheckbox" or "menuitemradio";
}
