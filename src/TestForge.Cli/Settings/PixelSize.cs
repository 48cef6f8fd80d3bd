using System.Globalization;
using System.Text.RegularExpressions;

namespace TestForge.Cli.Settings;

/// <summary>A width and a height in CSS pixels.</summary>
internal readonly partial record struct PixelSize(int Width, int Height)
{
    /// <summary>Reads a size such as <c>1440x900</c>; null when it is none.</summary>
    public static PixelSize? TryParse(string text) => Shape().Match(text) is { Success: true } match
        ? new(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
        : null;

    public bool IsWithin(int minimum, int maximum) => Math.Min(Width, Height) >= minimum && Math.Max(Width, Height) <= maximum;

    [GeneratedRegex(@"\A([0-9]{1,6})x([0-9]{1,6})\z")]
    private static partial Regex Shape();
}
