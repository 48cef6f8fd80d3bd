using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>A PNG of an element with what is around it.</summary>
/// <param name="Png">The picture, one pixel for each CSS pixel.</param>
/// <param name="Box">Where in it the element is.</param>
internal sealed record ElementPicture(byte[] Png, PixelArea Box)
{
    /// <exception cref="InvalidDataException">It is no PNG picture.</exception>
    public ElementLook? ToLook()
    {
        var whole = Picture.FromPng(Png);
        return whole.Crop(Box) is { } tight ? new(tight, whole) : null;
    }
}
