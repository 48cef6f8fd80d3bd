using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Batches;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Asking;

/// <summary>Asks the questions of one design, and ends it when no more can be asked. What has no answer is told, and is not there for those that come after.</summary>
/// <param name="claude">The client.</param>
/// <param name="batches">The client for questions that have time.</param>
/// <param name="options">How it is used.</param>
/// <param name="events">Takes progress and warnings.</param>
/// <param name="batched">Whether questions that come together are asked in a batch.</param>
internal sealed class AgentCalls(IClaude claude, ClaudeBatches batches, ClaudeOptions options, IRunEvents events, bool batched)
{
    private const int MaxReason = 500;

    /// <summary>After these, further questions would end in the same way.</summary>
    private static readonly ClaudeOutcome[] Final = [ClaudeOutcome.Disabled, ClaudeOutcome.OverBudget, ClaudeOutcome.Unfit, ClaudeOutcome.CircuitOpen, ClaudeOutcome.Rejected];

    private readonly ConcurrentQueue<DroppedExpectation> _left = [];
    private TimeSpan _waited;

    /// <summary>What was asked for and is not there, each with the reason.</summary>
    public IReadOnlyCollection<DroppedExpectation> Left => _left;

    /// <summary>Why nothing more is asked, or null.</summary>
    public string? Ended { get; private set; }

    public async Task<T?> AskAsync<T>(string what, AgentQuestion<T> question, CancellationToken cancellationToken)
        where T : class =>
        (await AskAllAsync(what, [question], cancellationToken))[0];

    /// <summary>The answers in the order of the questions, null where there is none.</summary>
    /// <param name="what">What all of them are about, in the plural.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<T?>> AskAllAsync<T>(string what, IReadOnlyList<AgentQuestion<T>> questions, CancellationToken cancellationToken)
        where T : class
    {
        var results = new ClaudeResult<T>?[questions.Count];
        if (questions.Count == 0)
        {
            return [];
        }

        if (batched && questions.Count > 1 && Ended is null)
        {
            await AskBatchAsync(what, questions, results, cancellationToken);
        }

        var tight = false;
        var done = results.Count(r => r is not null);
        Tell();

        // The first alone: its beginning is in the provider's cache for the others.
        await OneAsync(0, cancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, questions.Count),
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (i, token) => await OneAsync(i, token));

        // What several calls at once set aside may be more than a budget has, while what they cost is not.
        for (var i = 0; i < questions.Count && Ended is null; i++)
        {
            if (results[i] is null or { Outcome: ClaudeOutcome.OverBudget })
            {
                (results[i], tight) = (null, false);
                await OneAsync(i, cancellationToken);
            }

            if (results[i] is { } result && Final.Contains(result.Outcome))
            {
                End(what, result.Code!, result.Reason!);
            }
        }

        return [.. results.Select((r, i) => AnswerOf(what, questions[i], r))];

        async Task OneAsync(int i, CancellationToken token)
        {
            if (results[i] is null && Ended is null && !tight)
            {
                var result = await claude.AskAsync(options.Scope, questions[i].Request, questions[i].FaultsOf, token);
                results[i] = result;
                tight |= Final.Contains(result.Outcome);
                Interlocked.Increment(ref done);
                Tell();
            }
        }

        void Tell() => events.Publish(new RunEvent.AgentAsked(what, Math.Min(done, questions.Count), questions.Count));
    }

    /// <summary>Answers that a batch brings and that have faults are asked for again one by one, which repairs them.</summary>
    private async Task AskBatchAsync<T>(string what, IReadOnlyList<AgentQuestion<T>> questions, ClaudeResult<T>?[] results, CancellationToken cancellationToken)
        where T : class
    {
        events.Publish(new RunEvent.AgentAsked($"{what}, in a batch", 0, questions.Count));
        var began = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.BatchWait > _waited ? options.BatchWait - _waited : TimeSpan.Zero);
        try
        {
            var answers = await batches.AskAllAsync<T>(options.Scope, [.. questions.Select(q => q.Request)], null, limit.Token);
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = answers[i].Outcome == ClaudeOutcome.Invalid || (answers[i].Answer is { } answer && questions[i].FaultsOf(answer).Count > 0) ? null : answers[i];
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            End(what, "claude.unavailable", $"The batch has not ended after {options.BatchWait.TotalMinutes:0} minutes. Design again later: it takes up the same batch.");
        }
        finally
        {
            _waited += Stopwatch.GetElapsedTime(began);
        }
    }

    private T? AnswerOf<T>(string what, AgentQuestion<T> question, ClaudeResult<T>? result)
        where T : class
    {
        if (result?.Answer is { } answer)
        {
            return answer;
        }

        // What ended the design is told once, and not for each question that was not asked any more.
        if (result is not null && !Final.Contains(result.Outcome))
        {
            _left.Enqueue(new(question.About, what, $"The language model gave no answer that can be used ({result.Code}). {PageText.Clean(result.Reason, MaxReason)}"));
        }

        return null;
    }

    private void End(string what, string code, string reason)
    {
        Ended = PageText.Clean(reason, MaxReason);
        _left.Enqueue(new("Design with the language model", what, $"{Ended} ({code})"));
        events.Publish(new RunEvent.RunWarning(code, $"Design with the language model ended at {what}, and the run goes on by rules. {Ended}"));
    }
}
