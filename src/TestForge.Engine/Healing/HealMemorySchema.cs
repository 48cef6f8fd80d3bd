using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>The JSON schema of the file that remembers heals.</summary>
internal static class HealMemorySchema
{
    public static string Text() => ArtifactSchema.Text(
        typeof(HealMemory),
        new()
        {
            ["title"] = "TestForge heals",
            ["description"] = "The heals of an application, with what people said of them, kept from one run to the next.",
        },
        (_, schema) => schema);
}
