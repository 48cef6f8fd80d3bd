namespace TestForge.Engine.Pictures;

/// <summary>A rectangle of a picture, in pixels from its upper left corner.</summary>
internal readonly record struct PixelArea(int X, int Y, int Width, int Height)
{
    /// <summary>Grown by a margin on each side.</summary>
    public PixelArea Grown(int margin) => new(X - margin, Y - margin, Width + (2 * margin), Height + (2 * margin));

    /// <summary>What of it lies in a picture of a size; empty when nothing does.</summary>
    public PixelArea Within(int width, int height)
    {
        var (left, top) = (Math.Clamp(X, 0, width), Math.Clamp(Y, 0, height));
        var (right, bottom) = (Math.Clamp(X + Width, 0, width), Math.Clamp(Y + Height, 0, height));
        return new(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }

    public bool IsEmpty => Width <= 0 || Height <= 0;
}
