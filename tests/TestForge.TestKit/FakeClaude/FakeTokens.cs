using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>Counts tokens, roughly, and remembers which beginnings of prompts were marked for the prompt cache.</summary>
public sealed class FakeTokens
{
    private const int CharactersPerToken = 4;

    private readonly HashSet<string> _cached = [];

    public static long Count(JsonObject body) => Of(Blocks(body).Select(b => b.Text)) + Of([body["output_config"]?.ToJsonString() ?? ""]);

    public static long Of(IEnumerable<string> texts) => Math.Max(1, texts.Sum(t => (long)t.Length) / CharactersPerToken);

    public JsonObject Usage(JsonObject body, string answer)
    {
        var (all, prefix, read, written) = (Count(body), "", 0L, 0L);
        lock (_cached)
        {
            foreach (var (text, marked) in Blocks(body))
            {
                prefix += text + "\0";
                if (!marked)
                {
                    continue;
                }

                var tokens = Math.Min(all, prefix.Length / CharactersPerToken);
                if (_cached.Add(body["model"] + prefix))
                {
                    written = tokens - read;
                }
                else
                {
                    read = tokens;
                }
            }
        }

        return new()
        {
            ["input_tokens"] = all - read - written,
            ["cache_creation_input_tokens"] = written,
            ["cache_read_input_tokens"] = read,
            ["cache_creation"] = new JsonObject { ["ephemeral_5m_input_tokens"] = written, ["ephemeral_1h_input_tokens"] = 0 },
            ["output_tokens"] = Of([answer]),
            ["service_tier"] = "standard",
        };
    }

    private static IEnumerable<(string Text, bool Marked)> Blocks(JsonObject body) =>
        BlocksOf(body["system"]).Concat((body["messages"] as JsonArray ?? []).SelectMany(m => BlocksOf(m!["content"])));

    private static IEnumerable<(string Text, bool Marked)> BlocksOf(JsonNode? content) => content switch
    {
        JsonArray blocks => blocks.Select(b => (b!["text"]?.GetValue<string>() ?? "", b["cache_control"] is not null)),
        JsonValue text => [(text.GetValue<string>(), false)],
        _ => [],
    };
}
