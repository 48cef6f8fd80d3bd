using TestForge.Engine.Claude.Caching;

namespace TestForge.Engine.Claude;

/// <summary>Answers from earlier calls that still stand the checks: the site may have changed since.</summary>
internal sealed class KeptAnswers(IAnswerCache cache, AnswerChecks checks, PaidCalls calls, TimeProvider clock)
{
    public async Task<ClaudeResult<T>?> FindAsync<T>(CallState call, Func<T, IReadOnlyList<string>>? check, CancellationToken cancellationToken)
        where T : class
    {
        if (await cache.FindAsync(call.Key, cancellationToken) is not { } kept || checks.Read(call, kept.Json, check).Answer is not { } answer)
        {
            return null;
        }

        call.Answer = kept.Json;
        await calls.SavedAsync(call, kept.Usd);
        return new() { Outcome = ClaudeOutcome.Cached, Answer = answer, SavedUsd = kept.Usd, Suspicious = call.Prompt.Suspicious };
    }

    public Task KeepAsync(CallState call, string json, CancellationToken cancellationToken) =>
        cache.KeepAsync(new(call.Key, clock.GetUtcNow(), json, call.Usd), cancellationToken);
}
