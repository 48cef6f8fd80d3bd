using System.Text.Json;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Claude.Masking;

/// <summary>The placeholders of one call and what they stand for.</summary>
internal sealed partial class MaskedValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public int Count => _values.Count;

    public void Add(string placeholder, string value) => _values[placeholder] = value;

    /// <summary>Puts the values back into an answer. Placeholders that are not of this call stay as they are.</summary>
    public string Unmask(string json) => _values.Count == 0 ? json : Placeholder().Replace(json, m =>
        _values.TryGetValue(m.Value, out var value) ? JsonEncodedText.Encode(value).ToString() : m.Value);

    [GeneratedRegex(@"\[[A-Z]+_[0-9a-f]{10}\]")]
    private static partial Regex Placeholder();
}
