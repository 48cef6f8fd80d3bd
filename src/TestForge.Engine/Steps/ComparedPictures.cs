using TestForge.Engine.Pictures;

namespace TestForge.Engine.Steps;

/// <summary>Two pictures that differ, as PNG.</summary>
/// <param name="Expected">The baseline.</param>
/// <param name="Actual">What the page showed.</param>
/// <param name="Difference">Where they differ.</param>
internal sealed record ComparedPictures(byte[] Expected, byte[] Actual, PictureDifference Difference);
