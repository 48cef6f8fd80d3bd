using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads and writes settings as JSON: <c>testforge.json</c> of a working folder, and the settings remembered with a run.</summary>
internal static class SettingsFile
{
    public const string Name = "testforge.json";

    internal static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Returns no values when the file is not there.</summary>
    public static async Task<SettingValues> ReadAsync(string path, SettingReader reader, CancellationToken cancellationToken)
    {
        var values = new SettingValues();
        if (!File.Exists(path))
        {
            return values;
        }

        var file = Path.GetFileName(path);
        using var document = await ParseAsync(path, file, cancellationToken);
        foreach (var (key, value) in document.RootElement.EnumerateObject().Where(p => p.Name != "$schema").SelectMany(Flat))
        {
            var setting = KnownSettings.All.FirstOrDefault(s => s.Key == key) ?? throw Unknown(file, key);
            values.Set(setting, reader.FromJson(setting, value, file));
        }

        return values;
    }

    public static async Task WriteAsync(string path, SettingValues values, CancellationToken cancellationToken)
    {
        var json = values.Given.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => values.TryGet(s, out var value) ? value : null);
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(json, ArtifactJson.Indented), cancellationToken);
    }

    /// <summary>Settings of one thing may stand together in an object: <c>healing.policy</c> as <c>policy</c> in <c>healing</c>.</summary>
    private static IEnumerable<(string Key, JsonElement Value)> Flat(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.Object && KnownSettings.All.Any(s => s.Key.StartsWith(property.Name + ".", StringComparison.Ordinal))
            ? property.Value.EnumerateObject().Select(p => ($"{property.Name}.{p.Name}", p.Value))
            : [(property.Name, property.Value)];

    private static async Task<JsonDocument> ParseAsync(string path, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(path);
            var document = await JsonDocument.ParseAsync(content, Lenient, cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new JsonException("The document is not an object in braces.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StageException("config.invalid_json", $"{file} cannot be read: {e.Message}", retryable: false, e);
        }
    }

    private static StageException Unknown(string file, string key) => new(
        "config.unknown_key",
        $"{file}: there is no setting '{key}'. Did you mean '{Nearest.To(key, KnownSettings.All.Select(s => s.Key))}'?",
        retryable: false);
}
