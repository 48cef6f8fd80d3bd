using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Auditing;
using TestForge.Engine.Claude.Prompts;

namespace TestForge.Engine.Claude;

/// <summary>The one client: masks, looks among kept answers, holds to the budgets, calls, checks, repairs once, books and notes.</summary>
internal sealed class ClaudeClient(
    IOptions<ClaudeOptions> options,
    PromptWriter writer,
    KeptAnswers kept,
    PaidCalls calls,
    AnswerChecks checks,
    AuditLog audit,
    TimeProvider clock) : IClaude
{
    private readonly ClaudeOptions _options = options.Value;

    public bool IsEnabled => _options.WhyOff is null;

    public async Task<ClaudeResult<T>> AskAsync<T>(ClaudeScope scope, ClaudeRequest request, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class
    {
        if (_options.WhyOff is { } off)
        {
            return new() { Outcome = ClaudeOutcome.Disabled, Reason = off };
        }

        var began = clock.GetTimestamp();
        var call = new CallState(scope, request, writer.Write(request, typeof(T)));
        var longest = request.Deadline is { } own && own < _options.Deadline ? own : _options.Deadline;
        using var deadline = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        ClaudeResult<T> result;
        try
        {
            result = await kept.FindAsync(call, check, either.Token) ?? await CalledAsync(call, check, either.Token);
        }
        catch (ClaudeStopException e)
        {
            result = call.Ended<T>(e.Outcome, e.Message);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            result = call.Ended<T>(ClaudeOutcome.Unavailable, $"There was no answer in {(longest < TimeSpan.FromMinutes(1) ? $"{longest.TotalSeconds:0.#} seconds" : $"{longest.TotalMinutes:0.#} minutes")}.");
        }

        try
        {
            await audit.WriteAsync(call.Noted(result, clock.GetUtcNow(), (long)clock.GetElapsedTime(began).TotalMilliseconds));
            return result;
        }
        catch (ClaudeStopException e)
        {
            // An answer that no audit line tells of is not used.
            return call.Ended<T>(e.Outcome, e.Message);
        }
    }

    private async Task<ClaudeResult<T>> CalledAsync<T>(CallState call, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class
    {
        var body = await calls.PrepareAsync(call, cancellationToken);
        var text = AnswerChecks.Whole(await calls.SendAsync(call, body, cancellationToken));
        var (answer, faults) = checks.Read(call, text, check);
        if (answer is null)
        {
            call.Repaired = true;
            text = AnswerChecks.Whole(await calls.SendAsync(call, body.Repairing(text, faults), cancellationToken));
            (answer, faults) = checks.Read(call, text, check);
        }

        call.Answer = text;
        if (answer is null)
        {
            return call.Ended<T>(ClaudeOutcome.Invalid, $"The answer cannot be used, nor can the one after it: {string.Join(" ", faults)}");
        }

        await kept.KeepAsync(call, text, cancellationToken);
        return new() { Outcome = ClaudeOutcome.Answered, Answer = answer, Usage = call.Usage, Usd = call.Usd, Repaired = call.Repaired, Suspicious = call.Prompt.Suspicious };
    }
}
