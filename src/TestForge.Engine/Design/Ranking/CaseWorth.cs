using System.Text.Json;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Ranking;

/// <summary>What a case is worth among others: risk × detection ÷ cost.</summary>
/// <remarks>
/// detection = (faults caught + 8 × mean) ÷ (cases + 8), as measured for the technique by <c>bench/quality/detection</c> on faults that were not
/// held back; the eight cases at the mean keep a technique with few cases from being all or nothing, and stand for one that was never measured.
/// cost = 1 + mean seconds of a case; the one second is what a case costs before its first step.
/// </remarks>
internal sealed class CaseWorth(RiskScore risks)
{
    private const int CasesAtMean = 8;
    private const double Start = 1;

    private static readonly Dictionary<string, TechniqueRecord> Records =
        JsonSerializer.Deserialize<Dictionary<string, TechniqueRecord>>(EmbeddedText.Read("Design/Ranking/detection.json"), ArtifactJson.Compact)!;

    private static readonly double MeanDetection = Records.Values.Sum(r => r.Caught) / Records.Values.Sum(r => r.Cases);
    private static readonly double MeanSeconds = Records.Values.Sum(r => r.Seconds * r.Cases) / Records.Values.Sum(r => r.Cases);

    public double Of(CaseDraft draft) => risks.Of(draft) * PerSecond(draft.Technique);

    /// <summary>Faults that a second spent on a case of the technique may be expected to find.</summary>
    private static double PerSecond(string technique)
    {
        var record = Records.GetValueOrDefault(technique) ?? new(0, 0, MeanSeconds);
        var detection = (record.Caught + (CasesAtMean * MeanDetection)) / (record.Cases + CasesAtMean);
        return detection / (Start + record.Seconds);
    }
}
