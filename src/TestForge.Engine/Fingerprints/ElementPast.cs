using System.Text.Json;
using System.Text.Json.Serialization;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>What an element looked like, the newest last.</summary>
/// <param name="Basis">Hash of the plan's own fingerprint at that time: once the plan has another one, it was designed since and knows better.</param>
/// <param name="Seen">The distinct fingerprints.</param>
internal sealed record ElementPast(
    [property: JsonPropertyName("b")] string Basis,
    [property: JsonPropertyName("s")] IReadOnlyList<SeenPrint> Seen)
{
    /// <summary>Enough to see what keeps changing.</summary>
    private const int MaxKept = 5;

    public ElementPast With(string basis, ElementFingerprint print, KeptLook? look, DateOnly today)
    {
        var last = Seen.Count > 0 ? Seen[^1] : null;
        SeenPrint[] seen = last is not null && Identity(last.Print) == Identity(print)
            ? [.. Seen.SkipLast(1), last with { Print = print, Last = today, Look = look ?? last.Look }]
            : [.. Seen, new(print, today, today, look)];
        return new(basis, [.. seen.TakeLast(MaxKept)]);
    }

    /// <summary>Where an element is and what stands around it changes with the data of the page and is no other look.</summary>
    private static string Identity(ElementFingerprint print) =>
        JsonSerializer.Serialize(print with { Box = default, NeighbourText = null, XPath = "", Path = "", Css = "" }, ArtifactJson.Compact);
}
