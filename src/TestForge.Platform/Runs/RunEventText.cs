using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

/// <summary>Events as they are kept and sent.</summary>
internal static class RunEventText
{
    public const string Queued = "run-queued";
    public const string Started = "run-started";
    public const string Resumed = "run-resumed";
    public const string Finished = "run-finished";

    /// <summary>An event of the engine.</summary>
    public static (string Kind, string Data) Of(RunEvent happened)
    {
        var data = JsonSerializer.Serialize(happened, ArtifactJson.Compact);
        using var document = JsonDocument.Parse(data);
        return (document.RootElement.GetProperty("event").GetString()!, data);
    }

    /// <summary>An event of the platform's own, in the same shape.</summary>
    public static string Data(string kind, object? more = null)
    {
        var json = JsonSerializer.SerializeToNode(more ?? new { }, ArtifactJson.Compact)!.AsObject();
        json.Insert(0, "event", kind);
        return json.ToJsonString(ArtifactJson.Compact);
    }

    public static RecordedEvent Row(Run run, DateTimeOffset at, string kind, string data) => new()
    {
        Id = Guid.CreateVersion7(at),
        TenantId = run.TenantId,
        RunId = run.Id,
        Number = ++run.LastEvent,
        At = at,
        Kind = kind,
        Data = data,
    };
}
