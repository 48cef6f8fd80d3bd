using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>The list of models as the service shows it.</summary>
internal static class FakeModels
{
    public static JsonObject List(IEnumerable<FakeModel> models) => new()
    {
        ["data"] = new JsonArray([.. models.Select(Shown)]),
        ["first_id"] = null,
        ["last_id"] = null,
        ["has_more"] = false,
    };

    private static JsonObject Shown(FakeModel model) => new()
    {
        ["type"] = "model",
        ["id"] = model.Id,
        ["display_name"] = model.Id,
        ["created_at"] = "2026-09-01T00:00:00Z",
        ["max_input_tokens"] = model.MaxInput,
        ["max_tokens"] = model.MaxOutput,
        ["capabilities"] = new JsonObject
        {
            ["batch"] = Supported(model.Batch),
            ["effort"] = Supported(model.Effort),
            ["structured_outputs"] = Supported(model.StructuredOutputs),
        },
    };

    private static JsonObject Supported(bool supported) => new() { ["supported"] = supported };
}
