using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents;

/// <summary>The JSON schema of <c>application.json</c>.</summary>
internal static class ApplicationSchema
{
    public static string Text() => ArtifactSchema.Text(
        typeof(ApplicationModel),
        new()
        {
            ["title"] = "TestForge application model",
            ["description"] = "What a language model made of an application: pages, personas, flows, requirements and stories traced to the site map and to cases, charters and open questions.",
        },
        (_, schema) => schema);
}
