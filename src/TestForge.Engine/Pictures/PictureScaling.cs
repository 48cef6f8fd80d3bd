namespace TestForge.Engine.Pictures;

/// <summary>Cuts pictures and brings them to another size.</summary>
internal static class PictureScaling
{
    /// <summary>What of an area lies in the picture, or null when nothing does.</summary>
    public static Picture? Crop(this Picture picture, PixelArea area)
    {
        var inside = area.Within(picture.Width, picture.Height);
        if (inside.IsEmpty)
        {
            return null;
        }

        var rgb = new byte[inside.Width * inside.Height * 3];
        for (var row = 0; row < inside.Height; row++)
        {
            var from = (((inside.Y + row) * picture.Width) + inside.X) * 3;
            picture.Rgb.AsSpan(from, inside.Width * 3).CopyTo(rgb.AsSpan(row * inside.Width * 3));
        }

        return new(inside.Width, inside.Height, rgb);
    }

    /// <summary>
    /// Bilinear, with a filter as wide as the picture is shrunk, so that small letters turn grey instead of vanishing.
    /// </summary>
    public static Picture Resize(this Picture picture, int width, int height)
    {
        if (picture.Width == width && picture.Height == height)
        {
            return picture;
        }

        var columns = Taps(picture.Width, width);
        var narrowed = new float[width * picture.Height * 3];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (first, weights) = columns[x];
                for (var i = 0; i < weights.Length; i++)
                {
                    var from = ((y * picture.Width) + first + i) * 3;
                    var to = ((y * width) + x) * 3;
                    narrowed[to] += weights[i] * picture.Rgb[from];
                    narrowed[to + 1] += weights[i] * picture.Rgb[from + 1];
                    narrowed[to + 2] += weights[i] * picture.Rgb[from + 2];
                }
            }
        }

        var rows = Taps(picture.Height, height);
        var rgb = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            var (first, weights) = rows[y];
            for (var channel = 0; channel < width * 3; channel++)
            {
                var sum = 0.5f;
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * narrowed[((first + i) * width * 3) + channel];
                }

                rgb[(y * width * 3) + channel] = (byte)Math.Clamp(sum, 0, 255);
            }
        }

        return new(width, height, rgb);
    }

    /// <summary>For each place of the new length, the first old place it takes from, and how much of each from there on.</summary>
    private static (int First, float[] Weights)[] Taps(int from, int to)
    {
        var scale = (double)from / to;
        var reach = Math.Max(1, scale);
        return [.. Enumerable.Range(0, to).Select(place =>
        {
            var centre = ((place + 0.5) * scale) - 0.5;
            var first = Math.Clamp((int)Math.Ceiling(centre - reach), 0, from - 1);
            var last = Math.Clamp((int)Math.Floor(centre + reach), first, from - 1);
            var weights = Enumerable.Range(first, last - first + 1).Select(i => Math.Max(0, 1 - (Math.Abs(i - centre) / reach))).ToArray();
            var sum = weights.Sum();
            return (first, sum > 0 ? [.. weights.Select(w => (float)(w / sum))] : Enumerable.Repeat(1f / weights.Length, weights.Length).ToArray());
        })];
    }
}
