using System.Text.Json;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Steps;

/// <summary>What a JSON answer holds, as lines of place and type: <c>items[].title: string</c>. The generated scripts read the same lines.</summary>
internal static partial class AnswerShape
{
    private const int MaxLines = 24;
    private const int MaxDepth = 4;

    // An answer may hold a hundred thousand names or entries; looking each name up in each entry would take for ever.
    private const int MaxNames = 60;
    private const int MaxEntries = 500;

    // What two entries of a list have in common may be chance.
    private const int LeastEntries = 3;

    /// <summary>The lines that hold for an answer, those of its outer parts first.</summary>
    public static IReadOnlyList<string> Of(JsonElement answer)
    {
        var lines = new List<string>();
        var level = new List<(string Place, JsonElement[] Values)> { ("", [answer]) };
        for (var depth = 0; depth <= MaxDepth && level.Count > 0; depth++)
        {
            level = [.. level.SelectMany(l => Parts(l.Place, l.Values))];
            lines.AddRange(level.Where(l => l.Place.Length > 0 && !l.Place.EndsWith("[]", StringComparison.Ordinal)).Select(l => $"{l.Place}: {TypeOf(l.Values[0])}"));
        }

        return [.. lines.Take(MaxLines)];
    }

    /// <summary>Which lines do not hold, and what is there instead.</summary>
    public static IReadOnlyList<string> Differences(JsonElement answer, IReadOnlyList<string> shape) => [.. shape.Select(line => Difference(answer, line)).OfType<string>()];

    /// <summary>The names of a line's place, with <c>[]</c> for each step into a list.</summary>
    public static IReadOnlyList<string> Steps(string line) => [.. Step().Matches(Split(line).Place).Select(m => m.Value)];

    public static (string Place, string Type) Split(string line)
    {
        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (line, "") : (line[..colon], line[(colon + 2)..]);
    }

    private static string? Difference(JsonElement answer, string line)
    {
        var (place, type) = Split(line);
        IEnumerable<JsonElement?> values = [answer];
        foreach (var step in Steps(line))
        {
            values = step == "[]"
                ? values.SelectMany(v => v is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(e => (JsonElement?)e) : v is { ValueKind: JsonValueKind.Null } ? [] : [null])
                : values.Where(v => v is not { ValueKind: JsonValueKind.Null }).Select(v => v is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(step, out var inner) ? (JsonElement?)inner : null);
        }

        foreach (var value in values)
        {
            if (value is not { } found)
            {
                return $"{place}: missing";
            }

            if (found.ValueKind != JsonValueKind.Null && TypeOf(found) != type)
            {
                return $"{place}: {TypeOf(found)} instead of {type}";
            }
        }

        return null;
    }

    /// <summary>The entries of lists and the properties that all objects at one place have.</summary>
    private static IEnumerable<(string Place, JsonElement[] Values)> Parts(string place, JsonElement[] values)
    {
        if (values[0].ValueKind == JsonValueKind.Array)
        {
            return Alike(place + "[]", values.SelectMany(v => v.EnumerateArray()).Take(MaxEntries), LeastEntries);
        }

        if (values[0].ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var dot = place.Length == 0 ? "" : ".";
        return values[0].EnumerateObject().Select(p => p.Name).Take(MaxNames).Where(n => Name().IsMatch(n) && values.All(v => v.TryGetProperty(n, out _))).Distinct()
            .SelectMany(n => Alike($"{place}{dot}{n}", values.Select(v => v.GetProperty(n)), 1));
    }

    private static IEnumerable<(string Place, JsonElement[] Values)> Alike(string place, IEnumerable<JsonElement> all, int least)
    {
        var values = all.Where(v => v.ValueKind != JsonValueKind.Null).ToArray();
        return values.Length >= least && values.Select(TypeOf).Distinct().Count() == 1 ? [(place, values)] : [];
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex(@"\[\]|[^.\[\]]+")]
    private static partial Regex Step();

    [GeneratedRegex(@"^[A-Za-z_$][\w$-]{0,63}\z")]
    private static partial Regex Name();
}
