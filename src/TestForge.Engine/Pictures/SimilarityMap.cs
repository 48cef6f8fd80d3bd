namespace TestForge.Engine.Pictures;

/// <summary>How alike two pictures of one size are in structure, place by place.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row by row: 1 where the window around the pixel has the same structure, down to -1.</param>
internal sealed record SimilarityMap(int Width, int Height, float[] Values)
{
    /// <summary>The mean over all pixels, or over those that are not left out.</summary>
    public double Mean(bool[]? leftOut = null)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < Values.Length; i++)
        {
            if (leftOut is null || !leftOut[i])
            {
                sum += Values[i];
                count++;
            }
        }

        return count == 0 ? 1 : sum / count;
    }
}
