using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads which part of how many, such as 2/4.</summary>
internal static class ShardText
{
    public static Shard? TryParse(string text, int most) =>
        text.Split('/') is [var index, var count]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && i >= 1 && i <= n && n <= most
            ? new(i, n)
            : null;
}
