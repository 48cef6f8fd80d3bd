using System.Diagnostics.CodeAnalysis;

namespace TestForge.Cli.Settings;

/// <summary>The settings somebody gave, checked, without defaults.</summary>
internal sealed class SettingValues
{
    private readonly Dictionary<Setting, object> _values = [];

    public IEnumerable<Setting> Given => _values.Keys;

    public void Set(Setting setting, object value) => _values[setting] = value;

    public bool TryGet(Setting setting, [NotNullWhen(true)] out object? value) => _values.TryGetValue(setting, out value);

    public string? Text(Setting setting) => (string?)_values.GetValueOrDefault(setting);

    public int? Number(Setting setting) => (int?)_values.GetValueOrDefault(setting);

    public double? Fraction(Setting setting) => (double?)_values.GetValueOrDefault(setting);

    public bool Switch(Setting setting) => (bool?)_values.GetValueOrDefault(setting) ?? false;

    public IReadOnlyList<string>? List(Setting setting) => (IReadOnlyList<string>?)_values.GetValueOrDefault(setting);

    public IReadOnlyDictionary<string, string> Map(Setting setting) => (IReadOnlyDictionary<string, string>?)_values.GetValueOrDefault(setting) ?? new Dictionary<string, string>();

    /// <summary>These values, and those of <paramref name="lower"/> where there are none here.</summary>
    public SettingValues Over(SettingValues lower)
    {
        var merged = new SettingValues();
        foreach (var (setting, value) in lower._values.Concat(_values))
        {
            merged.Set(setting, value);
        }

        return merged;
    }

    public SettingValues Without(IEnumerable<Setting> settings)
    {
        var rest = new SettingValues();
        foreach (var (setting, value) in _values.ExceptBy(settings, v => v.Key))
        {
            rest.Set(setting, value);
        }

        return rest;
    }
}
