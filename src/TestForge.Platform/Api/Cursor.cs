using System.Buffers.Text;
using System.Text.Json;

namespace TestForge.Platform.Api;

/// <summary>The place of the last row that was given. It names the sort it belongs to, because in another order it means nothing.</summary>
internal sealed record Cursor(string Sort, JsonElement Value, Guid Id)
{
    private const int Longest = 4_000;

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object[] { Sort, Value, Id }));

    /// <summary>Returns null for what is no cursor of ours.</summary>
    public static Cursor? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            return document.RootElement is { ValueKind: JsonValueKind.Array } root && root.GetArrayLength() == 3 && root[0].ValueKind == JsonValueKind.String && root[2].ValueKind == JsonValueKind.String && root[2].TryGetGuid(out var id)
                ? new(root[0].GetString()!, root[1].Clone(), id)
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }
}
