using System.Text.Json.Serialization;

namespace TestForge.Engine.Vision;

/// <summary>A line of a file of labelled pairs: paths relative to the file, boxes as x, y, width, height in pixels of the pictures.</summary>
internal sealed record PairLine
{
    [JsonRequired]
    public required string Before { get; init; }

    [JsonRequired]
    public required int[] BeforeBox { get; init; }

    [JsonRequired]
    public required string After { get; init; }

    [JsonRequired]
    public required int[] AfterBox { get; init; }

    [JsonRequired]
    public required bool Same { get; init; }

    public string? Group { get; init; }
}
