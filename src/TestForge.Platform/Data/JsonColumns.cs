using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TestForge.Pipeline;

namespace TestForge.Platform.Data;

/// <summary>Values that are kept as JSON in one column.</summary>
internal static class JsonColumns
{
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property, string column)
    {
        // Two values are one when their JSON is: the tracker then also sees changes inside.
        property.HasConversion(
            value => JsonSerializer.Serialize(value, ArtifactJson.Compact),
            text => JsonSerializer.Deserialize<T>(text, ArtifactJson.Compact)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, ArtifactJson.Compact) == JsonSerializer.Serialize(b, ArtifactJson.Compact),
                value => JsonSerializer.Serialize(value, ArtifactJson.Compact).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, ArtifactJson.Compact), ArtifactJson.Compact)!));
        return property.HasColumnType(column);
    }
}
