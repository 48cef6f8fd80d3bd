using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>
/// Says whether an element and a candidate for it look like one. Its word may hold a heal back or stand beside it, never make one;
/// without thresholds measured for the embedder in use it has no opinion, whatever the cosine.
/// </summary>
internal sealed class LookJudge(EmbedderSource source)
{
    public async Task<SightOpinion> JudgeAsync(ElementLook before, ElementLook after, CancellationToken cancellationToken)
    {
        var (embedder, thresholds) = await source.GetAsync(cancellationToken);
        var figures = await LookFigures.MeasureAsync(embedder, before, after, cancellationToken);
        var similarity = figures.Weighed(thresholds.StructureWeight);
        var (verdict, reason) = Judge(similarity, thresholds);
        return new(
            verdict,
            similarity,
            Rounded(figures.Tight),
            Rounded(figures.WithContext),
            Rounded(figures.Structure),
            embedder.Name,
            embedder.ModelHash,
            reason);
    }

    public static (SightVerdict Verdict, string Reason) Judge(double similarity, SightThresholds thresholds) => thresholds switch
    {
        { Veto: null, Support: null } => (SightVerdict.NoOpinion, "No thresholds have been measured for this model; `testforge vision calibrate` does."),
        { Veto: { } veto } when !(similarity >= veto) => (SightVerdict.Veto, $"They look {Figure(similarity)} alike; below {Figure(veto)}, elements were others."),
        { Support: { } support } when similarity >= support => (SightVerdict.Support, $"They look {Figure(similarity)} alike; from {Figure(support)} on, elements were the same."),
        _ => (SightVerdict.NoOpinion, $"They look {Figure(similarity)} alike, which goes with the same element and with another."),
    };

    private static double Rounded(double value) => Math.Round(value, 4);

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
