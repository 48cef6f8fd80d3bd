using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads <c>quarantine.json</c>: a list of cases whose failures are borne, each with a reason, an owner and a last day.</summary>
internal sealed class QuarantineFile(TimeProvider clock)
{
    public const string Name = "quarantine.json";

    private const string Case = "case";
    private const string Title = "title";
    private const string Reason = "reason";
    private const string Owner = "owner";
    private const string Expires = "expires";
    private static readonly string[] Keys = [Case, Title, Reason, Owner, Expires];

    /// <summary>Throws <c>quarantine.not_found</c>, <c>quarantine.invalid</c> or <c>quarantine.expired</c>.</summary>
    public async Task<IReadOnlyList<QuarantineEntry>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new StageException("quarantine.not_found", $"The quarantine file '{path}' does not exist. Check --quarantine.", retryable: false);
        }

        var file = Path.GetFileName(path);
        using var document = await ParseAsync(path, file, cancellationToken);
        var entries = document.RootElement.EnumerateArray().Select((json, i) => EntryOf(json, $"{file}: entry {(i + 1).ToString(CultureInfo.InvariantCulture)}")).ToArray();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return entries.FirstOrDefault(e => e.Quarantine.Expires < today) is { } expired
            ? throw new StageException(
                "quarantine.expired",
                $"{file}: the quarantine of '{expired.CaseId ?? expired.Title}' ended on {Day(expired.Quarantine.Expires)}. Its owner is {expired.Quarantine.Owner}. Mend the case and take the entry out, or give it another day.",
                retryable: false)
            : entries;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static QuarantineEntry EntryOf(JsonElement json, string where)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Invalid($"{where} is not an object in braces.");
        }

        if (json.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !Keys.Contains(n)) is { } wrong)
        {
            throw Invalid($"{where}: there is no key '{wrong}'. Did you mean '{Nearest.To(wrong, Keys)}'?");
        }

        var (id, title) = (Text(Case), Text(Title));
        if ((id is null) == (title is null))
        {
            throw Invalid($"{where} must name either a '{Case}' by its id or a '{Title}' pattern.");
        }

        if (title is not null)
        {
            CheckPattern(title, where);
        }

        var reason = Text(Reason) ?? throw Missing(Reason, "why the case may fail");
        var owner = Text(Owner) ?? throw Missing(Owner, "who sees to it");
        var day = Text(Expires) ?? throw Missing(Expires, "the last day it holds, such as 2030-01-31");
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expires)
            ? new(id, title, new(reason, owner, expires))
            : throw Invalid($"{where}: '{Expires}' is '{day}'; allowed is a day such as 2030-01-31.");

        string? Text(string key) => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()
            : null;

        StageException Missing(string key, string what) => Invalid($"{where} has no '{key}': {what}.");
    }

    private static void CheckPattern(string pattern, string where)
    {
        try
        {
            _ = new Regex(pattern);
        }
        catch (ArgumentException e)
        {
            throw Invalid($"{where}: '{Title}' is no regular expression: {e.Message}");
        }
    }

    private static async Task<JsonDocument> ParseAsync(string path, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(path);
            var document = await JsonDocument.ParseAsync(content, SettingsFile.Lenient, cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Array ? document : throw new JsonException("The document is not a list in brackets.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Invalid($"{file} cannot be read: {e.Message}");
        }
    }

    private static StageException Invalid(string message) => new("quarantine.invalid", message, retryable: false);
}
