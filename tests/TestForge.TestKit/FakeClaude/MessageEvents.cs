using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>An answer as one message, or as the events of a stream.</summary>
internal static class MessageEvents
{
    private const int Piece = 40;

    public static JsonObject Whole(FakeReply reply, string model, JsonObject usage)
    {
        var content = new JsonArray();
        if (reply.Thinking is { } thinking)
        {
            content.Add(new JsonObject { ["type"] = "thinking", ["thinking"] = thinking, ["signature"] = "c2ln" });
        }

        if (reply.Text.Length > 0)
        {
            content.Add(new JsonObject { ["type"] = "text", ["text"] = reply.Text, ["citations"] = null });
        }

        return new()
        {
            ["id"] = "msg_fake",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = model,
            ["content"] = content,
            ["stop_reason"] = reply.StopReason,
            ["stop_sequence"] = null,
            ["stop_details"] = reply.RefusalCategory is { } category ? new JsonObject { ["type"] = "refusal", ["category"] = category, ["explanation"] = null } : null,
            ["usage"] = usage.DeepClone(),
        };
    }

    public static IEnumerable<(string Name, JsonObject Data)> Stream(FakeReply reply, string model, JsonObject usage)
    {
        var whole = Whole(reply, model, usage);
        var start = (JsonObject)whole.DeepClone();
        (start["content"], start["stop_reason"], start["stop_details"]) = (new JsonArray(), null, null);
        start["usage"]!["output_tokens"] = 1;
        yield return Event("message_start", new() { ["message"] = start });
        yield return Event("ping", []);
        foreach (var (index, block) in ((JsonArray)whole["content"]!).Index())
        {
            var isText = block!["type"]!.GetValue<string>() == "text";
            var (field, delta) = isText ? ("text", "text_delta") : ("thinking", "thinking_delta");
            yield return Event("content_block_start", new() { ["index"] = index, ["content_block"] = isText ? new JsonObject { ["type"] = "text", ["text"] = "" } : new JsonObject { ["type"] = "thinking", ["thinking"] = "", ["signature"] = "" } });
            foreach (var piece in block[field]!.GetValue<string>().Chunk(Piece))
            {
                yield return Event("content_block_delta", new() { ["index"] = index, ["delta"] = new JsonObject { ["type"] = delta, [field] = new string(piece) } });
            }

            yield return Event("content_block_stop", new() { ["index"] = index });
        }

        yield return Event("message_delta", new()
        {
            ["delta"] = new JsonObject { ["stop_reason"] = reply.StopReason, ["stop_sequence"] = null, ["stop_details"] = whole["stop_details"]?.DeepClone() },
            ["usage"] = new JsonObject { ["output_tokens"] = usage["output_tokens"]!.DeepClone() },
        });
        yield return Event("message_stop", []);
    }

    private static (string Name, JsonObject Data) Event(string name, JsonObject data)
    {
        data.Insert(0, "type", name);
        return (name, data);
    }
}
