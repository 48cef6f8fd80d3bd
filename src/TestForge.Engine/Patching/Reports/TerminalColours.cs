using System.Text.RegularExpressions;

namespace TestForge.Engine.Patching.Reports;

/// <summary>Takes the colours of a terminal out of a runner's words.</summary>
internal static partial class TerminalColours
{
    public static string Removed(string text) => Sequence().Replace(text, "");

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Sequence();
}
