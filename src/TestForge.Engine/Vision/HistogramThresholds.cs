namespace TestForge.Engine.Vision;

/// <summary>From where on the embedder without a model may say something.</summary>
internal static class HistogramThresholds
{
    /// <summary>Measured on the pairs of <c>bench/quality/vision</c>; the figures are in <c>bench/results/vision.md</c>.</summary>
    public static readonly SightThresholds Measured = new(Support: null, Veto: null);
}
