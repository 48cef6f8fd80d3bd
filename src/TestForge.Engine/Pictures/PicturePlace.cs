namespace TestForge.Engine.Pictures;

/// <summary>A pixel of a picture, from its upper left corner.</summary>
internal sealed record PicturePlace(int X, int Y);
