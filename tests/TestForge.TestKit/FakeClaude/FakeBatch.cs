using System.Globalization;
using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>A batch of the fake service: it ends after some polls, and its results come in another order.</summary>
internal sealed class FakeBatch(string id, JsonArray requests, int polls)
{
    private int _left = polls;

    public JsonArray Requests => requests;

    public bool Ended => _left <= 0;

    public void Poll() => _left--;

    public void End() => _left = 0;

    public JsonObject Shown(Uri url) => new()
    {
        ["id"] = id,
        ["type"] = "message_batch",
        ["processing_status"] = Ended ? "ended" : "in_progress",
        ["request_counts"] = new JsonObject { ["processing"] = Ended ? 0 : requests.Count, ["succeeded"] = Ended ? requests.Count : 0, ["errored"] = 0, ["canceled"] = 0, ["expired"] = 0 },
        ["created_at"] = At(0),
        ["expires_at"] = At(24),
        ["ended_at"] = Ended ? At(1) : null,
        ["cancel_initiated_at"] = null,
        ["archived_at"] = null,
        ["results_url"] = Ended ? new Uri(url, $"v1/messages/batches/{id}/results").AbsoluteUri : null,
    };

    public IEnumerable<JsonObject> Results(Func<JsonObject, JsonObject> result) => requests
        .Reverse()
        .Select(r => new JsonObject { ["custom_id"] = r!["custom_id"]!.GetValue<string>(), ["result"] = result((JsonObject)r["params"]!) });

    private static string At(int hour) => new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour).ToString("O", CultureInfo.InvariantCulture);
}
