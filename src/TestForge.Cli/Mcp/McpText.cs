using System.Globalization;
using System.Text;
using TestForge.Cli.Progress;

namespace TestForge.Cli.Mcp;

/// <summary>Bounds what is told of an application.</summary>
internal static class McpText
{
    public static string Short(string? text, int most) => TerminalText.Clean(text, most);

    public static void Lines<T>(StringBuilder text, IReadOnlyList<T> items, int most, Func<T, string> line)
    {
        foreach (var item in items.Take(most))
        {
            text.Append("  ").AppendLine(line(item));
        }

        if (items.Count > most)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  ({items.Count - most} more)");
        }
    }
}
