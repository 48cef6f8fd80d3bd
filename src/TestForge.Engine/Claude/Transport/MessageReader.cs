using System.Text;
using System.Text.Json;

namespace TestForge.Engine.Claude.Transport;

/// <summary>Puts an answer together from the events of a stream, or from a whole message. Blocks are told by their type; unknown ones are skipped.</summary>
internal sealed class MessageReader
{
    /// <summary>For a stream that broke off before it told what it had written.</summary>
    private const int CharactersPerToken = 3;

    private readonly StringBuilder _text = new();
    private string? _stopReason;
    private string? _refusal;
    private ClaudeUsage _usage;
    private long _seen;
    private bool _stopped;

    /// <summary>What was used so far, if only by guess.</summary>
    public ClaudeUsage Usage => _stopped ? _usage : _usage with { Output = Math.Max(_usage.Output, _seen / CharactersPerToken) };

    public bool IsComplete => _stopped && _stopReason is not null;

    public void Add(JsonElement streamEvent)
    {
        switch (Text(streamEvent, "type"))
        {
            case "message_start" when Child(streamEvent, "message") is { } message:
                _usage = UsageOf(Child(message, "usage"), _usage);
                break;
            case "content_block_start" when Child(streamEvent, "content_block") is { } block && Text(block, "type") == "text":
                Append(Text(block, "text"));
                break;
            case "content_block_delta" when Child(streamEvent, "delta") is { } delta:
                Delta(delta);
                break;
            case "message_delta":
                if (Child(streamEvent, "delta") is { } end)
                {
                    End(end);
                }

                _usage = UsageOf(Child(streamEvent, "usage"), _usage);
                break;
            case "message_stop":
                _stopped = true;
                break;
        }
    }

    public static ReceivedMessage Whole(JsonElement message)
    {
        var reader = new MessageReader();
        foreach (var block in Child(message, "content") is { ValueKind: JsonValueKind.Array } content ? content.EnumerateArray() : default)
        {
            if (Text(block, "type") == "text")
            {
                reader.Append(Text(block, "text"));
            }
        }

        reader.End(message);
        reader._usage = UsageOf(Child(message, "usage"), default);
        reader._stopped = true;
        return reader.Finish();
    }

    public ReceivedMessage Finish() => new(_text.ToString(), _stopReason ?? "", _refusal, _usage);

    private void Delta(JsonElement delta)
    {
        switch (Text(delta, "type"))
        {
            case "text_delta":
                Append(Text(delta, "text"));
                break;
            case "thinking_delta":
                _seen += Text(delta, "thinking")?.Length ?? 0;
                break;
        }
    }

    private void Append(string? text)
    {
        _text.Append(text);
        _seen += text?.Length ?? 0;
    }

    private void End(JsonElement end)
    {
        _stopReason = Text(end, "stop_reason") ?? _stopReason;
        _refusal = Child(end, "stop_details") is { } details ? Text(details, "category") : _refusal;
    }

    private static ClaudeUsage UsageOf(JsonElement? usage, ClaudeUsage before)
    {
        if (usage is not { } json)
        {
            return before;
        }

        var written = Number(json, "cache_creation_input_tokens") ?? before.CacheWrite5m + before.CacheWrite1h;
        var hour = Child(json, "cache_creation") is { } parts ? Number(parts, "ephemeral_1h_input_tokens") ?? 0 : before.CacheWrite1h;
        return new(
            Number(json, "input_tokens") ?? before.Input,
            Math.Max(0, written - hour),
            hour,
            Number(json, "cache_read_input_tokens") ?? before.CacheRead,
            Number(json, "output_tokens") ?? before.Output);
    }

    private static JsonElement? Child(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) && child.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? child : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
