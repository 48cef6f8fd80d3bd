using System.Text.Json.Serialization;

namespace TestForge.Engine.Fingerprints;

/// <summary>A picture of an element that is kept beside the fingerprints.</summary>
/// <param name="Sha256">Names the PNG file.</param>
/// <param name="X">Where in it the element is, in pixels.</param>
/// <param name="Y">The same, down.</param>
/// <param name="Width">Of the element.</param>
/// <param name="Height">Of the element.</param>
internal sealed record KeptLook(
    [property: JsonPropertyName("h")] string Sha256,
    [property: JsonPropertyName("x")] int X,
    [property: JsonPropertyName("y")] int Y,
    [property: JsonPropertyName("w")] int Width,
    [property: JsonPropertyName("t")] int Height);
