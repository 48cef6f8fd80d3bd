using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>A piece of evidence with what it says, on one line.</summary>
/// <param name="Shown">What the report shows of it.</param>
/// <param name="Text">What it says.</param>
internal sealed record EvidenceItem(InsightEvidence Shown, string Text)
{
    public string Id => Shown.Id;
}
