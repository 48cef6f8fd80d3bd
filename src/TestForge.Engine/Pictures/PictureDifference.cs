namespace TestForge.Engine.Pictures;

/// <summary>What a comparison found. Pictures of other sizes have no pixels in common to count: <see cref="Marked"/> is then absent, as it is for equal ones.</summary>
/// <param name="SameSize">Whether both have the same width and height.</param>
/// <param name="Differing">Pixels that differ for a person, without those of masks and of smoothed edges.</param>
/// <param name="Compared">Pixels outside of masks.</param>
/// <param name="Marked">The actual picture, faded, with what differs in red.</param>
/// <param name="Places">Some of the pixels that differ: one of each small square.</param>
internal sealed record PictureDifference(bool SameSize, int Differing, int Compared, Picture? Marked, IReadOnlyList<PicturePlace> Places)
{
    /// <summary>So many pixels may differ, whatever the size: a label that is gone is some hundred.</summary>
    public const int MaxDiffering = 50;

    /// <summary>The smallest rectangle around all that differs; null when nothing does.</summary>
    public PixelArea? Area => Places.Count == 0
        ? null
        : new(Places.Min(p => p.X), Places.Min(p => p.Y), Places.Max(p => p.X) - Places.Min(p => p.X) + 1, Places.Max(p => p.Y) - Places.Min(p => p.Y) + 1);

    public bool IsSeen => !SameSize || Differing > MaxDiffering;
}
