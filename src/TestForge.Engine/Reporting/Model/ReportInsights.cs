using System.ComponentModel;
using System.Text.Json.Serialization;

namespace TestForge.Engine.Reporting.Model;

[Description("What the run means for those who decide. Risk and advice follow from rules; each sentence names the evidence that it rests on.")]
internal sealed record ReportInsights
{
    public required RiskLevel Risk { get; init; }

    public required DeploymentAdvice Advice { get; init; }

    [Description("The language model that wrote the sentences; absent when rules did.")]
    public string? Model { get; init; }

    [Description("Why rules wrote the sentences; absent when the model did.")]
    public string? WhyRules { get; init; }

    [Description("Sentences of the model that were left out.")]
    public int Removed { get; init; }

    [Description("What was wrong with them.")]
    public IReadOnlyList<string> RemovedBecause { get; init; } = [];

    public required IReadOnlyList<InsightSection> Sections { get; init; }

    /// <summary>Who wrote it, for people.</summary>
    [JsonIgnore]
    public string By => Model is null ? "By rules" : $"By {Model}, each sentence checked against its evidence";

    /// <summary>What stands beside the advice on the first screen.</summary>
    [JsonIgnore]
    public IReadOnlyList<InsightSentence> Reasons => [.. Of(InsightKind.Deployment, InsightKind.Risk).Take(5)];

    public IEnumerable<InsightSentence> Of(params InsightKind[] kinds) => kinds.SelectMany(k => Sections.Where(s => s.Kind == k).SelectMany(s => s.Sentences));
}
