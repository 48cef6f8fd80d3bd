using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Models;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Claude.Transport;

namespace TestForge.Engine.Claude.Batches;

/// <summary>Asks many questions that have time, at half the price. A program that was stopped goes on with the batch it had begun.</summary>
internal sealed class ClaudeBatches(IOptions<ClaudeOptions> options, IClaude claude, PromptWriter writer, KeptAnswers kept, ModelDirectory directory, BatchRuns runs)
{
    /// <summary>Questions in one batch, well below the service's limits of 100 000 and 256 MB.</summary>
    private const int Most = 1_000;

    /// <summary>The results are in the order of the requests.</summary>
    public async Task<IReadOnlyList<ClaudeResult<T>>> AskAllAsync<T>(
        ClaudeScope scope,
        IReadOnlyList<ClaudeRequest> requests,
        Func<T, IReadOnlyList<string>>? check,
        CancellationToken cancellationToken)
        where T : class
    {
        if (!claude.IsEnabled || options.Value.MinimalRetention || !await CanAsync(requests, cancellationToken))
        {
            return await Task.WhenAll(requests.Select(r => claude.AskAsync(scope, r, check, cancellationToken)));
        }

        var parts = await Task.WhenAll(requests.Chunk(Most).Select(part => PartAsync(scope, part, check, cancellationToken)));
        return [.. parts.SelectMany(p => p)];
    }

    private async Task<bool> CanAsync(IReadOnlyList<ClaudeRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var model in requests.Select(r => r.Model ?? options.Value.Model).Distinct())
            {
                if (await directory.FindAsync(model, cancellationToken) is { Batch: false })
                {
                    return false;
                }
            }

            return true;
        }
        catch (ClaudeStopException)
        {
            // Asked one by one, each ends with the reason.
            return false;
        }
    }

    private async Task<IReadOnlyList<ClaudeResult<T>>> PartAsync<T>(ClaudeScope scope, ClaudeRequest[] requests, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class
    {
        CallState[] calls = [.. requests.Select(r => new CallState(scope, r, writer.Write(r, typeof(T))))];
        var results = new Dictionary<string, ClaudeResult<T>>(StringComparer.Ordinal);
        foreach (var call in calls.DistinctBy(c => c.Key))
        {
            if (await kept.FindAsync(call, check, cancellationToken) is { } known)
            {
                results[call.Key] = known;
            }
        }

        CallState[] open = [.. calls.DistinctBy(c => c.Key).Where(c => !results.ContainsKey(c.Key))];
        if (open.Length > 0)
        {
            // By all that is asked: after a stop some answers may be kept already, and it is the same batch.
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', calls.Select(c => c.Key)))));
            foreach (var (key, result) in await EndedAsync(name, open, check, cancellationToken))
            {
                results[key] = result;
            }
        }

        return [.. calls.Select(c => results[c.Key])];
    }

    private async Task<IReadOnlyDictionary<string, ClaudeResult<T>>> EndedAsync<T>(string name, CallState[] open, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await runs.RunAsync(name, open, check, cancellationToken);
        }
        catch (ClaudeStopException e)
        {
            return open.ToDictionary(c => c.Key, c => c.Ended<T>(e.Outcome, e.Message));
        }
    }
}
