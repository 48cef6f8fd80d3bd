namespace TestForge.Engine.Vision;

/// <summary>From where on the embedder without a model may say something.</summary>
internal static class HistogramThresholds
{
    /// <summary>Measured on the pairs of <c>bench/quality/vision</c>; how well they do is in <c>bench/results/vision.md</c>.</summary>
    public static readonly SightThresholds Measured = new(StructureWeight: 0.7, Support: 0.9928, Veto: 0.5388);
}
