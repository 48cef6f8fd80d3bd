using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Reads what the reporter writes. Everything else on the runner's output is for people.</summary>
internal static class ReportLine
{
    private const string Mark = "testforge:";

    public static ReportedAttempt? TryRead(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ReportedAttempt>(line.AsSpan(Mark.Length), ArtifactJson.Compact);
        }
        catch (JsonException)
        {
            // A test may print what it likes, also our mark; a line cut short by the end of the process is lost with it.
            return null;
        }
    }
}
