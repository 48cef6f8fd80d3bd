using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>How an element looks: itself, and with what is around it.</summary>
internal sealed record ElementLook(Picture Tight, Picture WithContext)
{
    /// <summary>How far around an element its label may be, in CSS pixels: beside it farther than above.</summary>
    private const int Beside = 160;

    private const int Above = 64;

    /// <summary>Cuts both out of a picture of the page. Null when the box lies outside of it.</summary>
    /// <param name="page">The page or the window, one pixel for each CSS pixel.</param>
    /// <param name="box">Where the element is in that picture.</param>
    public static ElementLook? CutFrom(Picture page, PixelArea box) =>
        page.Crop(box) is { } tight && page.Crop(ContextOf(box)) is { } context ? new(tight, context) : null;

    /// <summary>The two crops as they were kept, as PNG.</summary>
    /// <exception cref="InvalidDataException">One is no PNG picture.</exception>
    public static ElementLook FromPng(byte[] tight, byte[] withContext) => new(Picture.FromPng(tight), Picture.FromPng(withContext));

    /// <summary>What of a page is cut out as the element with its context.</summary>
    public static PixelArea ContextOf(PixelArea box) => new(box.X - Beside, box.Y - Above, box.Width + (2 * Beside), box.Height + (2 * Above));
}
