using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Turns what a user wrote into a checked value.</summary>
internal sealed class SettingReader(string workingFolder)
{
    /// <summary>Reads a flag's words.</summary>
    public object FromFlag(Setting setting, IReadOnlyList<string> words)
    {
        if (setting.Kind == SettingKind.List)
        {
            string[] items = setting.Choices.Count > 0 ? [.. words.SelectMany(w => w.Split(','))] : [.. words];
            return items.FirstOrDefault(i => !IsItem(setting, i)) is { } wrong ? throw Wrong(setting, wrong) : items;
        }

        return Parse(setting, words.Count == 0 ? "true" : words[^1]) ?? throw Wrong(setting, words[^1]);

        static StageException Wrong(Setting setting, string word) => new(
            "usage.invalid_value",
            $"'{word}' is not a value of {setting.Option}; allowed is {setting.Allowed}.",
            retryable: false);
    }

    /// <summary>Reads a value of a settings file.</summary>
    public object FromJson(Setting setting, JsonElement json, string file)
    {
        var typed = (setting.Kind, json.ValueKind) switch
        {
            (SettingKind.Switch, JsonValueKind.True or JsonValueKind.False) => true,
            (SettingKind.WholeNumber or SettingKind.Number, JsonValueKind.Number) => true,
            (SettingKind.Map, JsonValueKind.Object) => json.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String),
            (SettingKind.List, JsonValueKind.Array) => json.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String),
            (SettingKind.Text or SettingKind.Path or SettingKind.Choice or SettingKind.Size or SettingKind.Share or SettingKind.Pattern, JsonValueKind.String) => true,
            _ => false,
        };
        if (!typed)
        {
            throw Wrong("config.invalid_type");
        }

        if (setting.Kind == SettingKind.Map)
        {
            var entries = json.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
            return entries.All(e => e.Key.Length > 0 && IsItem(setting, e.Value)) ? entries : throw Wrong("config.invalid_value");
        }

        if (setting.Kind == SettingKind.List)
        {
            var items = json.EnumerateArray().Select(e => e.GetString()!).ToArray();
            return items.All(i => IsItem(setting, i)) ? items : throw Wrong("config.invalid_value");
        }

        return Parse(setting, json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText()) ?? throw Wrong("config.invalid_value");

        StageException Wrong(string code) => new(
            code,
            $"{file}: '{setting.Key}' is {Shortened(json.GetRawText())}; allowed is {setting.Allowed}.",
            retryable: false);
    }

    private static bool IsItem(Setting setting, string item) =>
        item.Length > 0 && (setting.Choices.Count == 0 || setting.Choices.Contains(item, StringComparer.Ordinal));

    private object? Parse(Setting setting, string text) => setting.Kind switch
    {
        SettingKind.Switch => bool.TryParse(text, out var on) ? on : null,
        SettingKind.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= setting.Minimum && number <= setting.Maximum ? number : null,
        SettingKind.Number => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction)
            && fraction >= setting.Minimum && fraction <= setting.Maximum ? fraction : null,
        SettingKind.Choice => setting.Choices.Contains(text, StringComparer.Ordinal) ? text : null,
        SettingKind.Path => string.IsNullOrWhiteSpace(text) || text.Contains('\0') ? null : Path.GetFullPath(text, workingFolder),
        SettingKind.Size => PixelSize.TryParse(text)?.IsWithin(setting.Minimum, setting.Maximum) == true ? text : null,
        SettingKind.Share => ShardText.TryParse(text, setting.Maximum) is null ? null : text,
        SettingKind.Pattern => IsPattern(text) ? text : null,
        _ => string.IsNullOrWhiteSpace(text) ? null : text,
    };

    private static bool IsPattern(string text)
    {
        try
        {
            return new Regex(text).ToString().Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Shortened(string raw) => raw.Length <= 60 ? raw : raw[..60] + "…";
}
