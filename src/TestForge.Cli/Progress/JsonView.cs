using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Pipeline;

namespace TestForge.Cli.Progress;

/// <summary>One JSON object a line, for programs.</summary>
internal sealed class JsonView(TextWriter output) : IProgressView
{
    public void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note) =>
        Write(output, JsonSerializer.SerializeToNode(runEvent, ArtifactJson.Compact)!.AsObject(), time);

    public void Tick(ProgressSnapshot snapshot)
    {
    }

    public void End(ProgressSnapshot snapshot)
    {
    }

    /// <summary>Writes an object that already has its <c>event</c> as one line, with its time.</summary>
    public static void Write(TextWriter output, JsonObject line, DateTimeOffset time)
    {
        line["time"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        output.Write(line.ToJsonString(ArtifactJson.Compact) + "\n");
        output.Flush();
    }
}
