using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Auditing;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Claude.Models;
using TestForge.Engine.Claude.Transport;

namespace TestForge.Engine.Claude.Batches;

/// <summary>One batch from its submission to its results, which are told apart by the keys of their answers.</summary>
internal sealed class BatchRuns(
    IOptions<ClaudeOptions> options,
    BatchFolder folder,
    ClaudeTransport transport,
    ModelDirectory directory,
    Lazy<PriceTable> prices,
    SpendingLedger ledger,
    KeptAnswers kept,
    AnswerChecks checks,
    AuditLog audit,
    TimeProvider clock)
{
    /// <summary>A batch ends within 24 hours, one way or the other.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(25);

    public async Task<IReadOnlyDictionary<string, ClaudeResult<T>>> RunAsync<T>(string name, CallState[] calls, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class
    {
        var batch = await folder.FindAsync(name, cancellationToken);
        if (batch is not null && await IsGoneAsync(batch.Id, cancellationToken))
        {
            await ledger.SettleAsync(batch.Reserved, 0, 0, calls: 0);
            batch = null;
        }

        batch ??= await SubmitAsync(name, calls, cancellationToken);
        while ((await transport.BatchAsync(batch.Id, cancellationToken)).ProcessingStatus.Raw() != "ended")
        {
            await Task.Delay(options.Value.BatchPoll, clock, cancellationToken);
        }

        var lines = await transport.BatchResultsAsync(batch.Id, cancellationToken);
        var results = new Dictionary<string, ClaudeResult<T>>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            results[call.Key] = await ReadAsync(call, lines.GetValueOrDefault(call.Key), check, cancellationToken);
            await audit.WriteAsync(call.Noted(results[call.Key], clock.GetUtcNow(), milliseconds: 0));
        }

        await ledger.SettleAsync(batch.Reserved, 0, 0, calls: 0);
        folder.Forget(name);
        await DeleteAsync(batch.Id, cancellationToken);
        return results;
    }

    private async Task<SubmittedBatch> SubmitAsync(string name, CallState[] calls, CancellationToken cancellationToken)
    {
        var (requests, usd, tokens) = (new JsonArray(), 0m, 0L);
        foreach (var call in calls)
        {
            var body = call.Prompt.Body.Fitted(await directory.FindAsync(call.Prompt.Body.Model, cancellationToken));
            var input = body.Bytes.Length / PaidCalls.FewestBytesPerToken;
            usd += Price(call).Most(input, body.MaxTokens, batch: true);
            tokens += input + body.MaxTokens;
            requests.Add(new JsonObject { ["custom_id"] = call.Key, ["params"] = body.Copy() });
        }

        var reserved = await ledger.ReserveAsync(calls[0].Line(clock.GetUtcNow(), usd, tokens) with { Subject = null, Calls = calls.Length }, Longest, cancellationToken);
        try
        {
            var created = await transport.CreateBatchAsync(JsonSerializer.SerializeToElement(requests), cancellationToken);
            var batch = new SubmittedBatch(created.ID, reserved);
            await folder.KeepAsync(name, batch, CancellationToken.None);
            return batch;
        }
        catch (ClaudeStopException)
        {
            await ledger.SettleAsync(reserved, 0, 0, calls: 0);
            throw;
        }
    }

    private async Task<ClaudeResult<T>> ReadAsync<T>(CallState call, JsonElement line, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class
    {
        switch (line.ValueKind == JsonValueKind.Object ? line.GetProperty("type").GetString() : null)
        {
            case "succeeded":
                break;
            case "expired":
                return call.Ended<T>(ClaudeOutcome.Unavailable, "The batch expired before this question was asked.");
            case "canceled":
                return call.Ended<T>(ClaudeOutcome.Unavailable, "The batch was cancelled.");
            case "errored":
                var error = ServiceError.FromEvent(line.GetProperty("error"));
                return call.Ended<T>(error.Outcome, error.Message);
            default:
                return call.Ended<T>(ClaudeOutcome.Unavailable, "The batch has no result for this question.");
        }

        var message = MessageReader.Whole(line.GetProperty("message"));
        call.Add(message.Usage, Price(call).Cost(message.Usage, batch: true));
        await ledger.BookAsync(call.Line(clock.GetUtcNow(), call.Usd, call.Usage.Total));
        try
        {
            call.Answer = AnswerChecks.Whole(message);
        }
        catch (ClaudeStopException e)
        {
            return call.Ended<T>(e.Outcome, e.Message);
        }

        var (answer, faults) = checks.Read(call, call.Answer, check);
        if (answer is null)
        {
            return call.Ended<T>(ClaudeOutcome.Invalid, $"The answer cannot be used: {string.Join(" ", faults)}");
        }

        await kept.KeepAsync(call, call.Answer, cancellationToken);
        return new() { Outcome = ClaudeOutcome.Answered, Answer = answer, Usage = call.Usage, Usd = call.Usd, Suspicious = call.Prompt.Suspicious };
    }

    /// <summary>Results stay with the service for weeks unless they are deleted. A batch that cannot be is no failure: they go by themselves then.</summary>
    private async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await transport.DeleteBatchAsync(id, cancellationToken);
        }
        catch (ClaudeStopException)
        {
            // Told in the guide: results go after 29 days at the latest.
        }
    }

    private async Task<bool> IsGoneAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await transport.BatchAsync(id, cancellationToken);
            return false;
        }
        catch (ClaudeStopException e) when (e.Outcome == ClaudeOutcome.Unfit)
        {
            return true;
        }
    }

    private PriceRow Price(CallState call) => prices.Value.Get(call.Prompt.Body.Model, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
