using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>Reads the values of a model file and refuses, by name, what is not as it must be.</summary>
internal sealed class MetadataReader(IReadOnlyDictionary<string, string> values, string file)
{
    private const string Prefix = "vision.";

    public string Text(string key) =>
        values.GetValueOrDefault(Prefix + key) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : throw Wrong(key, "a text");

    public string OneOf(string key, params string[] allowed) => Text(key) is var text && allowed.Contains(text, StringComparer.Ordinal) ? text : throw Wrong(key, string.Join(" or ", allowed));

    public int Number(string key, int minimum, int maximum) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw Wrong(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"));

    public IReadOnlyList<float> Three(string key) => Numbers(key, optional: false) is [_, _, _] three ? three : throw Wrong(key, "three numbers with commas between them");

    public IReadOnlyList<float> Numbers(string key, bool optional)
    {
        if (optional && !values.ContainsKey(Prefix + key))
        {
            return [];
        }

        var numbers = new List<float>();
        foreach (var part in Text(key).Split(','))
        {
            numbers.Add(float.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
                ? number
                : throw Wrong(key, "numbers with commas between them"));
        }

        return numbers;
    }

    public void Holds(bool condition, string key, string needed)
    {
        if (!condition)
        {
            throw Wrong(key, needed);
        }
    }

    private StageException Wrong(string key, string needed) => new(
        "vision.model_metadata",
        values.TryGetValue(Prefix + key, out var value)
            ? $"'{file}' has '{(value.Length > 60 ? value[..60] + "…" : value)}' as {Prefix}{key}; needed is {needed}. Export it with tools/vjepa-export."
            : $"'{file}' does not say {Prefix}{key}; needed is {needed}. Export it with tools/vjepa-export.",
        retryable: false);
}
