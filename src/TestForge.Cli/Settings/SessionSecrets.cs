using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>The values by which a run is signed in, which must not reach the language model even where a page shows them.</summary>
internal static class SessionSecrets
{
    /// <summary>Shorter values of a storage state are settings such as a language, and masking them would make pages unreadable.</summary>
    private const int LeastStored = 12;

    public static IReadOnlyList<string> Of(IEnumerable<SessionSource> sessions, Func<string, string?> variable)
    {
        var given = sessions.ToArray();
        var typed = given.SelectMany(s => s.Login?.Steps ?? []).SelectMany(s => Secrets.VariablesIn(s.Value ?? "")).Select(variable).OfType<string>();
        var stored = given.Select(s => s.StorageStatePath).OfType<string>().Distinct().SelectMany(Stored);
        return [.. typed.Concat(stored).Where(v => v.Length > 0).Distinct()];
    }

    private static IEnumerable<string> Stored(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var cookies = Items(root, "cookies");
        var items = Items(root, "origins").SelectMany(o => Items(o, "localStorage"));
        return [.. cookies.Concat(items).Select(i => i.TryGetProperty("value", out var v) ? v.GetString() ?? "" : "").Where(v => v.Length >= LeastStored)];
    }

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object) : [];
}
