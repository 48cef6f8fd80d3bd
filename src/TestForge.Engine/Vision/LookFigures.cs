using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>How alike two elements look.</summary>
/// <param name="Tight">Cosine of the elements alone.</param>
/// <param name="WithContext">Cosine with what is around them.</param>
/// <param name="Structure">SSIM of the elements alone.</param>
internal sealed record LookFigures(double Tight, double WithContext, double Structure)
{
    // Structure needs both in one size; more than this adds time and no knowledge.
    private const int LongestSide = 256;

    /// <summary>The one figure that is judged, of four decimals, so that rounding decides nothing.</summary>
    public double Weighed(double structureWeight) => Math.Round((structureWeight * Structure) + ((1 - structureWeight) * (Tight + WithContext) / 2), 4);

    public static async Task<LookFigures> MeasureAsync(IImageEmbedder embedder, ElementLook before, ElementLook after, CancellationToken cancellationToken)
    {
        var vectors = await embedder.EmbedAsync([before.Tight, after.Tight, before.WithContext, after.WithContext], cancellationToken);
        return new(Vectors.Cosine(vectors[0], vectors[1]), Vectors.Cosine(vectors[2], vectors[3]), StructureOf(before.Tight, after.Tight));
    }

    private static double StructureOf(Picture before, Picture after)
    {
        var scale = Math.Min(1, (double)LongestSide / Math.Max(before.Width, before.Height));
        var (width, height) = (Math.Max(1, (int)(before.Width * scale)), Math.Max(1, (int)(before.Height * scale)));
        return Math.Min(1, StructuralSimilarity.Compare(before.Resize(width, height), after.Resize(width, height)).Mean());
    }
}
