using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>What the real service refuses in a request, as far as it is documented.</summary>
internal static class RequestRules
{
    private const int MaxMarks = 4;

    private static readonly string[] Members =
    [
        "model", "max_tokens", "system", "messages", "output_config", "stream", "metadata", "stop_sequences", "thinking", "tools", "tool_choice", "inference_geo", "service_tier", "cache_control",
    ];

    private static readonly string[] Sampling = ["temperature", "top_p", "top_k"];

    /// <summary>What is wrong, or nothing.</summary>
    public static FakeReply? Broken(JsonObject body, IReadOnlyList<FakeModel> models, bool counting)
    {
        if (body.FirstOrDefault(m => Sampling.Contains(m.Key)).Key is { } sampling)
        {
            return Bad($"`{sampling}` is deprecated for this model.");
        }

        if (body.FirstOrDefault(m => !Members.Contains(m.Key) || (counting && m.Key is "max_tokens" or "inference_geo" or "stream")).Key is { } unknown)
        {
            return Bad($"{unknown}: Extra inputs are not permitted");
        }

        if (body["model"]?.GetValue<string>() is not { } name)
        {
            return Bad("model: Field required");
        }

        if (models.FirstOrDefault(m => m.Id == name) is not { } model)
        {
            return FakeReply.Error(404, message: $"model: {name}");
        }

        var most = body["max_tokens"]?.GetValue<long>();
        return (counting, most) switch
        {
            (false, null) => Bad("max_tokens: Field required"),
            (false, < 1) => Bad("max_tokens: Input should be greater than or equal to 1"),
            (false, _) when most > model.MaxOutput => Bad($"max_tokens: {most} > {model.MaxOutput}, which is the maximum allowed number of output tokens for {name}"),
            _ => Messages(body) ?? Output(body, model),
        };
    }

    private static FakeReply? Messages(JsonObject body)
    {
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            return Bad("messages: at least one message is required");
        }

        if (messages[^1]!["role"]!.GetValue<string>() == "assistant")
        {
            return Bad("This model does not support assistant message prefill. The conversation must end with a user message.");
        }

        if (body["tool_choice"]?["type"]?.GetValue<string>() is "any" or "tool")
        {
            return Bad("tool_choice: forced tool use is not supported by this model");
        }

        var marks = body.ToJsonString().Split("\"cache_control\"").Length - 1;
        return marks > MaxMarks ? Bad($"A maximum of {MaxMarks} blocks with cache_control may be provided. Found {marks}.") : null;
    }

    private static FakeReply? Output(JsonObject body, FakeModel model)
    {
        if (body["output_config"] is not JsonObject output)
        {
            return null;
        }

        if (output["effort"] is not null && !model.Effort)
        {
            return Bad("output_config.effort: This model does not support the effort parameter.");
        }

        if (output["format"] is not JsonObject format)
        {
            return null;
        }

        return !model.StructuredOutputs ? Bad("output_config.format: This model does not support structured outputs.")
            : format["type"]?.GetValue<string>() != "json_schema" ? Bad("output_config.format.type: Input should be 'json_schema'")
            : format["schema"] is not JsonObject schema ? Bad("output_config.format.schema: Field required")
            : SchemaRules.Broken(schema, "output_config.format.schema") is { } wrong ? Bad(wrong) : null;
    }

    private static FakeReply Bad(string message) => FakeReply.Error(400, message: message);
}
