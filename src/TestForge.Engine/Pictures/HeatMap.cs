namespace TestForge.Engine.Pictures;

/// <summary>Paints how much of the structure of a picture is lost, place by place: clear, yellow, red.</summary>
internal static class HeatMap
{
    // Less than this is what other smoothing of letters makes.
    private const float Unseen = 0.05f;

    /// <param name="actual">What is painted over, faded.</param>
    /// <param name="map">How alike it is to its baseline.</param>
    /// <param name="leftOut">What is not coloured.</param>
    public static Picture Paint(Picture actual, SimilarityMap map, bool[] leftOut)
    {
        var rgb = new byte[actual.Rgb.Length];
        for (var i = 0; i < map.Values.Length; i++)
        {
            var faded = (float)(150 + (PictureColours.Brightness(actual, i) / 255 * 105));
            var lost = leftOut[i] ? 0 : Math.Clamp(1 - map.Values[i], 0, 1);
            var strength = lost <= Unseen ? 0 : 0.35f + (0.6f * lost);

            // From yellow to red: green goes as more is lost.
            rgb[i * 3] = Mixed(faded, 225, strength);
            rgb[(i * 3) + 1] = Mixed(faded, 200 * (1 - lost), strength);
            rgb[(i * 3) + 2] = Mixed(faded, 0, strength);
        }

        return new(actual.Width, actual.Height, rgb);
    }

    private static byte Mixed(float below, float above, float strength) => (byte)(below + ((above - below) * strength));
}
