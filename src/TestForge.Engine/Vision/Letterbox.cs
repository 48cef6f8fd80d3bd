using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>
/// A picture in the upper left of a square, as large as its shape allows. Nothing is cut off: a centre crop can remove the very element.
/// </summary>
/// <param name="Content">The picture in its new size, without the padding.</param>
/// <param name="Side">Width and height of the square.</param>
/// <param name="Patch">Width and height of a token.</param>
internal sealed record Letterbox(Picture Content, int Side, int Patch)
{
    /// <summary>Rows of tokens that the picture covers at least half; the first always.</summary>
    public int Rows => Math.Clamp((Content.Height + (Patch / 2)) / Patch, 1, Side / Patch);

    public int Columns => Math.Clamp((Content.Width + (Patch / 2)) / Patch, 1, Side / Patch);

    public static Letterbox Of(Picture picture, int side, int patch)
    {
        var scale = (double)side / Math.Max(picture.Width, picture.Height);
        return new(picture.Resize(Scaled(picture.Width), Scaled(picture.Height)), side, patch);

        int Scaled(int length) => Math.Clamp((int)Math.Round(length * scale), 1, side);
    }
}
