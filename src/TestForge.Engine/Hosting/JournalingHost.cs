using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Hosting;

/// <summary>Remembers what each stage returned, so that a run started again does not repeat finished work.</summary>
internal sealed class JournalingHost(IPipelineHost inner, IRunJournal journal, IRunEvents events, TimeProvider clock) : IPipelineHost
{
    private readonly ConcurrentDictionary<string, int> _seen = new();

    public async Task<TOutput> RunAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input)
    {
        // The same stage may run twice on the same input, so the key also counts.
        var call = $"{stage.Name}/{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, ArtifactJson.Compact)))}";
        var key = $"{call}/{_seen.AddOrUpdate(call, 0, (_, n) => n + 1)}";
        if (journal.Find(key) is { } recorded)
        {
            events.Publish(new RunEvent.StageStarted(stage.Name, Reused: true));
            events.Publish(new RunEvent.StageFinished(stage.Name, 0, Interrupted: false, Reused: true));
            return JsonSerializer.Deserialize<TOutput>(recorded, ArtifactJson.Compact)!;
        }

        events.Publish(new RunEvent.StageStarted(stage.Name));
        var started = clock.GetTimestamp();
        var output = await inner.RunAsync(stage, input);
        var interrupted = output is IInterruptible { Interrupted: true };
        if (!interrupted && !stage.RunsAfterStop)
        {
            await journal.AppendAsync(key, JsonSerializer.SerializeToUtf8Bytes(output, ArtifactJson.Compact));
        }

        events.Publish(new RunEvent.StageFinished(stage.Name, (long)clock.GetElapsedTime(started).TotalMilliseconds, interrupted));
        return output;
    }

    public Task<TResult[]> AllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => inner.AllAsync(tasks);
}
