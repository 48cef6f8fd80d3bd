using System.Text.Json.Serialization;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>What is known of one environment, which is one origin.</summary>
internal sealed record EnvironmentPrints
{
    /// <summary>Elements by page and locator.</summary>
    [JsonPropertyName("e")]
    public SortedDictionary<string, ElementPast> Elements { get; init; } = new(StringComparer.Ordinal);

    /// <summary>All elements of a page as it was last seen, by its path. They tell an element that is gone from one that is known to be another.</summary>
    [JsonPropertyName("p")]
    public SortedDictionary<string, IReadOnlyList<ElementFingerprint>> Pages { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Of each case the path of the page at each step when it last passed.</summary>
    [JsonPropertyName("c")]
    public SortedDictionary<string, IReadOnlyList<string>> Cases { get; init; } = new(StringComparer.Ordinal);
}
