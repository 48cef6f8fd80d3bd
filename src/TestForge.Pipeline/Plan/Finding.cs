namespace TestForge.Pipeline;

/// <summary>A fault of the application seen while it was explored.</summary>
/// <param name="Id">Stable for the same fault: category and a hash.</param>
/// <param name="Category">What kind of fault.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Title">One line.</param>
/// <param name="Detail">What was seen, and what to do.</param>
/// <param name="PageIds">Where, by page id in the site map.</param>
/// <param name="Rule">The rule's id (axe rule, header name), if there is one.</param>
/// <param name="Tags">Standards it concerns: <c>wcag2a</c>, <c>wcag111</c>, ….</param>
/// <param name="Selectors">CSS selectors of the elements concerned, at most 10.</param>
/// <param name="HelpUrl">Where to read more.</param>
public sealed record Finding(
    string Id,
    FindingCategory Category,
    FindingSeverity Severity,
    string Title,
    string Detail,
    IReadOnlyList<string> PageIds,
    string? Rule = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<string>? Selectors = null,
    string? HelpUrl = null);
