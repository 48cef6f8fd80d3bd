using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace TestForge.TestKit.FakeClaude;

/// <summary>The Batches API.</summary>
internal sealed partial class FakeBatches(FakeClaudeServer fake)
{
    private readonly ConcurrentDictionary<string, FakeBatch> _batches = [];
    private int _count;

    public int Count => _batches.Count;

    public void EndAll()
    {
        foreach (var batch in _batches.Values)
        {
            batch.End();
        }
    }

    public async Task HandleAsync(HttpContext http, FakeRequest request)
    {
        var parts = request.Path.Split('/');
        if (parts.Length == 4 && request.Method == "POST")
        {
            await CreateAsync(http, request.Body);
            return;
        }

        if (parts.Length < 5 || !_batches.TryGetValue(parts[4], out var batch))
        {
            await FakeClaudeServer.ErrorAsync(http, FakeReply.Error(404, message: "batch not found"));
            return;
        }

        switch (request.Method, parts.ElementAtOrDefault(5))
        {
            case ("GET", null):
                batch.Poll();
                await http.Response.WriteAsync(batch.Shown(fake.Url).ToJsonString());
                break;
            case ("GET", "results") when batch.Ended:
                http.Response.ContentType = "application/x-jsonl";
                await http.Response.WriteAsync(string.Concat(batch.Results(ResultOf).Select(r => r.ToJsonString() + "\n")));
                break;
            case ("DELETE", null) when batch.Ended:
                _batches.TryRemove(parts[4], out _);
                await http.Response.WriteAsync(new JsonObject { ["id"] = parts[4], ["type"] = "message_batch_deleted" }.ToJsonString());
                break;
            default:
                await FakeClaudeServer.ErrorAsync(http, FakeReply.Error(400, message: "the batch has not ended"));
                break;
        }
    }

    private async Task CreateAsync(HttpContext http, JsonObject body)
    {
        var requests = body["requests"] as JsonArray ?? [];
        var ids = requests.Select(r => r!["custom_id"]?.GetValue<string>() ?? "").ToArray();
        if (ids.Length == 0 || ids.Distinct().Count() != ids.Length || !ids.All(i => CustomId().IsMatch(i)))
        {
            await FakeClaudeServer.ErrorAsync(http, FakeReply.Error(400, message: "requests: custom_id must be unique and match ^[a-zA-Z0-9_-]{1,64}$"));
            return;
        }

        var id = $"msgbatch_{Interlocked.Increment(ref _count)}";
        _batches[id] = new(id, (JsonArray)requests.DeepClone(), fake.BatchPolls);
        await http.Response.WriteAsync(_batches[id].Shown(fake.Url).ToJsonString());
    }

    private JsonObject ResultOf(JsonObject parameters)
    {
        var reply = fake.Broken(parameters, counting: false) ?? fake.ReplyTo(parameters);
        return reply switch
        {
            { Expires: true } => new() { ["type"] = "expired" },
            { Status: not 200 } => new() { ["type"] = "errored", ["error"] = FakeClaudeServer.ErrorOf(reply) },
            _ => new() { ["type"] = "succeeded", ["message"] = fake.WholeOf(reply, parameters) },
        };
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex CustomId();
}
