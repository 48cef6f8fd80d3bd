using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace TestForge.Engine.Claude.Transport;

/// <summary>Tries calls again where that may help, and stops trying for a while when the service is ill.</summary>
internal sealed class ServiceCalls
{
    private readonly ResiliencePipeline _pipeline;

    public ServiceCalls(IOptions<ClaudeOptions> options, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (options.Value.MaxRetries > 0)
        {
            builder.AddRetry(new()
            {
                MaxRetryAttempts = options.Value.MaxRetries,
                ShouldHandle = static a => ValueTask.FromResult(a.Outcome.Exception is ClaudeStopException { Retryable: true }),
                DelayGenerator = a => ValueTask.FromResult<TimeSpan?>(
                    RetryDelays.For(a.AttemptNumber, options.Value.FirstDelay, (a.Outcome.Exception as ClaudeStopException)?.RetryAfter, Random.Shared.NextDouble())),
            });
        }

        _pipeline = builder.AddCircuitBreaker(new()
        {
            FailureRatio = 0.5,
            MinimumThroughput = 8,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDuration = TimeSpan.FromSeconds(30),
            ShouldHandle = static a => ValueTask.FromResult(a.Outcome.Exception is ClaudeStopException { Ill: true }),
        }).Build();
    }

    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (BrokenCircuitException e)
        {
            throw new ClaudeStopException(ClaudeOutcome.CircuitOpen, "The service has failed so often that it is left alone for half a minute.", e);
        }
    }
}
