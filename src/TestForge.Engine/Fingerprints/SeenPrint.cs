using System.Text.Json.Serialization;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>A fingerprint, and when an element looked like that. Names are short because the file has many of them.</summary>
internal sealed record SeenPrint(
    [property: JsonPropertyName("p")] ElementFingerprint Print,
    [property: JsonPropertyName("f")] DateOnly First,
    [property: JsonPropertyName("l")] DateOnly Last,
    [property: JsonPropertyName("k")] KeptLook? Look = null);
