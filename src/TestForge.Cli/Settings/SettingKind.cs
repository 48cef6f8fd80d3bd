namespace TestForge.Cli.Settings;

/// <summary>What a setting's value looks like.</summary>
internal enum SettingKind
{
    Text,

    /// <summary>A file or folder; made absolute when read.</summary>
    Path,
    WholeNumber,

    /// <summary>A number that may have a fraction.</summary>
    Number,
    Switch,
    List,
    Choice,

    /// <summary>Width and height in CSS pixels, such as 1440x900.</summary>
    Size,

    /// <summary>One part of several, such as 2/4.</summary>
    Share,

    /// <summary>A regular expression.</summary>
    Pattern,

    /// <summary>A choice for each of several names; in a settings file only.</summary>
    Map,
}
