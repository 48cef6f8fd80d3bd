using System.Text.RegularExpressions;

namespace TestForge.Cli.Settings;

/// <summary>Something a user can set, by a flag or by a key of <c>testforge.json</c>.</summary>
internal sealed partial record Setting(string Key, SettingKind Kind, string Description)
{
    public int Minimum { get; init; }

    public int Maximum { get; init; } = int.MaxValue;

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Name of the value in the help text.</summary>
    public string? ValueName { get; init; }

    /// <summary>The flag: <c>--max-pages</c> for <c>maxPages</c>.</summary>
    public string Option { get; init; } = "--" + Capitals().Replace(Key, m => "-" + m.Value.ToLowerInvariant());

    /// <summary>Whether it stands in a settings file only.</summary>
    public bool FileOnly { get; init; }

    /// <summary>Whether a flag can say it.</summary>
    public bool HasOption => Kind != SettingKind.Map && !FileOnly;

    /// <summary>What is allowed, in words that finish "allowed is …".</summary>
    public string Allowed => Kind switch
    {
        SettingKind.WholeNumber when Maximum == int.MaxValue => $"a whole number from {Minimum}",
        SettingKind.WholeNumber => $"a whole number from {Minimum} to {Maximum}",
        SettingKind.Number => $"a number from {Minimum} to {Maximum}",
        SettingKind.Switch => "true or false",
        SettingKind.List when Choices.Count > 0 => "a list of " + string.Join(", ", Choices),
        SettingKind.List => "a list of texts",
        SettingKind.Map => "an object of names, each with one of " + string.Join(", ", Choices),
        SettingKind.Choice => string.Join(", ", Choices.SkipLast(1)) + " or " + Choices[^1],
        SettingKind.Path => "the path of a file or folder",
        SettingKind.Size => $"WIDTHxHEIGHT in CSS pixels, each from {Minimum} to {Maximum}, such as 1440x900",
        SettingKind.Share => $"a part of a whole such as 1/3, with at most {Maximum} parts",
        SettingKind.Pattern => "a regular expression",
        _ => "a text",
    };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capitals();
}
