using System.ComponentModel;
using System.Text.Json.Serialization;

namespace TestForge.Engine.Reporting.Model;

/// <summary>Something of the run that a sentence rests on.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Anchor">Its place.</param>
internal sealed record InsightEvidence(
    [property: Description("Its short name among the evidence of this run, such as c3.")] string Id,
    [property: Description("figures, gate, history, coverage, cause, test, step, request, console, screenshot, finding, heal or page.")] string Kind,
    string Label,
    [property: Description("Its place in report.html.")] string Anchor)
{
    /// <summary>The label where the sentence says already which test it is about.</summary>
    [JsonIgnore]
    public string Short => Kind is "step" or "screenshot" && Label.IndexOf(" of “", StringComparison.Ordinal) is > 0 and var end ? Label[..end] : Label;

    /// <summary>What the short label leaves out.</summary>
    [JsonIgnore]
    public string Rest => Label[Short.Length..];
}
