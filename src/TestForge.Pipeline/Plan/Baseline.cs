namespace TestForge.Pipeline;

/// <summary>How a part of a page looked when that was found right.</summary>
/// <param name="Name">Letters, digits and hyphens; unique in a plan.</param>
/// <param name="Platform">Browser and system that it was taken with, such as <c>chromium-linux</c>: others draw the same page differently.</param>
/// <param name="Picture">A PNG picture.</param>
public sealed record Baseline(string Name, string Platform, ArtifactRef Picture)
{
    /// <summary>The name of its file.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string FileName => $"{Name}-{Platform}.png";
}
