using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Engine.Claude.Models;

namespace TestForge.Engine.Claude.Prompts;

/// <summary>
/// The body of a call. There is one for sending, counting, batches, the cache's key and the audit line, so that none of them can mean another request.
/// Object members are written in a fixed order: the provider's prompt cache needs the same bytes.
/// </summary>
internal sealed class RequestBody
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _body;

    private RequestBody(JsonObject body) => _body = body;

    public string Model => _body["model"]!.GetValue<string>();

    public int MaxTokens => _body["max_tokens"]!.GetValue<int>();

    public byte[] Bytes => JsonSerializer.SerializeToUtf8Bytes(_body, Plain);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <param name="model">The model's id.</param>
    /// <param name="maxTokens">The longest answer.</param>
    /// <param name="system">Texts that no page has a part in, the most stable first.</param>
    /// <param name="content">Texts of the question, the most stable first.</param>
    /// <param name="stable">How many of <paramref name="content"/> are the same for many calls.</param>
    /// <param name="schema">What the answer looks like.</param>
    /// <param name="extras">Parameters that not every call has.</param>
    public static RequestBody Create(string model, int maxTokens, IReadOnlyList<string> system, IReadOnlyList<string> content, int stable, JsonObject schema, BodyExtras extras)
    {
        var format = new JsonObject { ["type"] = "json_schema", ["schema"] = schema };
        var output = extras.Effort is { } effort
            ? new JsonObject { ["effort"] = JsonNamingPolicy.CamelCase.ConvertName(effort.ToString()), ["format"] = format }
            : new JsonObject { ["format"] = format };
        var body = new JsonObject
        {
            ["model"] = model,
            ["max_tokens"] = maxTokens,
            ["system"] = Texts(system, extras.PromptCache ? system.Count : 0),
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = Texts(content, extras.PromptCache ? stable : 0) }),
            ["output_config"] = output,
        };
        if (extras.InferenceGeo is { } geo)
        {
            body["inference_geo"] = geo;
        }

        return new(body);
    }

    /// <summary>The same request within what the model can do.</summary>
    public RequestBody Fitted(ModelFacts? facts)
    {
        var body = (JsonObject)_body.DeepClone();
        body["max_tokens"] = (int)Math.Min(MaxTokens, facts?.MaxOutput ?? MaxTokens);
        if (facts?.Effort == false)
        {
            ((JsonObject)body["output_config"]!).Remove("effort");
        }

        return new(body);
    }

    /// <summary>The same conversation, gone on with an answer and what was wrong with it.</summary>
    public RequestBody Repairing(string answer, IReadOnlyList<string> faults)
    {
        var body = (JsonObject)_body.DeepClone();
        var messages = (JsonArray)body["messages"]!;
        messages.Add(new JsonObject { ["role"] = "assistant", ["content"] = answer.Length == 0 ? "(nothing)" : answer });
        messages.Add(new JsonObject { ["role"] = "user", ["content"] = "That answer cannot be used:\n- " + string.Join("\n- ", faults) + "\nGive the whole answer again without these faults." });
        return new(body);
    }

    /// <summary>As the SDK takes it. <paramref name="keep"/> leaves out what the endpoint does not know.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members(Func<string, bool>? keep = null) => _body
        .Where(m => keep?.Invoke(m.Key) != false)
        .ToDictionary(m => m.Key, m => JsonSerializer.SerializeToElement(m.Value, Plain));

    public JsonObject Copy() => (JsonObject)_body.DeepClone();

    private static JsonArray Texts(IReadOnlyList<string> texts, int marked)
    {
        var blocks = new JsonArray();
        foreach (var (i, text) in texts.Index())
        {
            var block = new JsonObject { ["type"] = "text", ["text"] = text };
            if (i == marked - 1)
            {
                block["cache_control"] = new JsonObject { ["type"] = "ephemeral" };
            }

            blocks.Add(block);
        }

        return blocks;
    }
}
