using System.Globalization;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>A call's arguments as flags over what the server was started with.</summary>
internal sealed class McpFlags(McpSession session, SettingReader reader)
{
    public SettingValues Of(params ReadOnlySpan<(Setting Setting, object? Value)> given)
    {
        var values = new SettingValues();
        foreach (var (setting, value) in given)
        {
            string[]? words = value switch
            {
                null => null,
                IReadOnlyList<string> list => [.. list],
                bool on => [on ? "true" : "false"],
                _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
            };
            if (words is not null)
            {
                values.Set(setting, reader.FromFlag(setting, words));
            }
        }

        return values.Over(session.Settings);
    }

    /// <summary>The failure of work that could read no page.</summary>
    public static StageException Unreachable(McpDone done) => new(
        "target.unreachable",
        done.Warning ?? $"No page of {done.Work.Target.GetLeftPart(UriPartial.Authority)} could be read. Check the address and that the application runs.",
        retryable: true);
}
