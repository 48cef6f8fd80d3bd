namespace TestForge.Engine.Pictures;

/// <summary>
/// SSIM of Wang, Bovik, Sheikh and Simoncelli (IEEE Transactions on Image Processing 13(4), 2004), on brightness,
/// with their Gaussian window of 11 by 11 (σ 1.5) and constants K1 0.01 and K2 0.03. At the edges the window is the part of it that lies inside.
/// </summary>
internal static class StructuralSimilarity
{
    private const int Reach = 5;
    private const double Sigma = 1.5;
    private const float C1 = 0.01f * 255 * 0.01f * 255;
    private const float C2 = 0.03f * 255 * 0.03f * 255;
    private static readonly float[] Window = [.. Enumerable.Range(-Reach, (2 * Reach) + 1).Select(d => (float)Math.Exp(-d * d / (2 * Sigma * Sigma)))];

    /// <summary>Both have the same size.</summary>
    public static SimilarityMap Compare(Picture first, Picture second)
    {
        if (first.Width != second.Width || first.Height != second.Height)
        {
            throw new ArgumentException("The pictures have different sizes.", nameof(second));
        }

        var (width, height) = (first.Width, first.Height);
        var (a, b) = (Brightness(first), Brightness(second));
        var (meanA, meanB) = (Blur(a, width, height), Blur(b, width, height));
        var (squaresA, squaresB) = (Blur(Product(a, a), width, height), Blur(Product(b, b), width, height));
        var products = Blur(Product(a, b), width, height);
        var values = new float[a.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y) = (meanA[i], meanB[i]);
            var (varianceX, varianceY, covariance) = (squaresA[i] - (x * x), squaresB[i] - (y * y), products[i] - (x * y));
            values[i] = ((2 * x * y) + C1) * ((2 * covariance) + C2) / (((x * x) + (y * y) + C1) * (varianceX + varianceY + C2));
        }

        return new(width, height, values);
    }

    private static float[] Brightness(Picture picture)
    {
        var brightness = new float[picture.Width * picture.Height];
        for (var i = 0; i < brightness.Length; i++)
        {
            brightness[i] = (float)PictureColours.Brightness(picture, i);
        }

        return brightness;
    }

    private static float[] Product(float[] one, float[] other)
    {
        var product = new float[one.Length];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = one[i] * other[i];
        }

        return product;
    }

    private static float[] Blur(float[] values, int width, int height) => Pass(Pass(values, width, height, across: true), width, height, across: false);

    private static float[] Pass(float[] values, int width, int height, bool across)
    {
        var blurred = new float[values.Length];
        var (step, length) = across ? (1, width) : (width, height);
        for (var i = 0; i < values.Length; i++)
        {
            var at = across ? i % width : i / width;
            var (sum, weight) = (0f, 0f);
            for (var d = Math.Max(-Reach, -at); d <= Math.Min(Reach, length - 1 - at); d++)
            {
                sum += Window[d + Reach] * values[i + (d * step)];
                weight += Window[d + Reach];
            }

            blurred[i] = sum / weight;
        }

        return blurred;
    }
}
