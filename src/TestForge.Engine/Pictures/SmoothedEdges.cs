namespace TestForge.Engine.Pictures;

/// <summary>
/// Tells pixels that only smooth an edge (Vyšniauskas 2009): between a darker and a brighter neighbour,
/// few neighbours alike, and one of the two extremes belongs to a plain surface.
/// </summary>
internal static class SmoothedEdges
{
    private const int MostAlike = 2;
    private const int Surface = 3;

    public static bool At(Picture picture, Picture other, int x, int y)
    {
        var here = (y * picture.Width) + x;
        var brightness = PictureColours.Brightness(picture, here);
        var (alike, darkest, brightest) = (0, here, here);
        var (lowest, highest) = (brightness, brightness);
        foreach (var neighbour in Neighbours(picture, x, y))
        {
            var its = PictureColours.Brightness(picture, neighbour);
            alike += its == brightness ? 1 : 0;
            (lowest, darkest) = its < lowest ? (its, neighbour) : (lowest, darkest);
            (highest, brightest) = its > highest ? (its, neighbour) : (highest, brightest);
        }

        return alike <= MostAlike && darkest != here && brightest != here
            && (IsSurface(picture, other, darkest) || IsSurface(picture, other, brightest));
    }

    private static bool IsSurface(Picture picture, Picture other, int pixel) =>
        CountSame(picture, pixel) >= Surface && CountSame(other, pixel) >= Surface;

    private static int CountSame(Picture picture, int pixel) =>
        Neighbours(picture, pixel % picture.Width, pixel / picture.Width).Count(neighbour => picture.Pixel(pixel).SequenceEqual(picture.Pixel(neighbour)));

    private static IEnumerable<int> Neighbours(Picture picture, int x, int y)
    {
        for (var row = Math.Max(0, y - 1); row <= Math.Min(picture.Height - 1, y + 1); row++)
        {
            for (var column = Math.Max(0, x - 1); column <= Math.Min(picture.Width - 1, x + 1); column++)
            {
                if (column != x || row != y)
                {
                    yield return (row * picture.Width) + column;
                }
            }
        }
    }
}
