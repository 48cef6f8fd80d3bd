using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using TestForge.Pipeline;

namespace TestForge.Engine.Hosting;

/// <summary>Runs a plan's stages in this process.</summary>
/// <param name="services">Where stages come from.</param>
/// <param name="clock">For timeouts and waits.</param>
/// <param name="stop">Tells the stages to end with what they have; stages that run after a stop do not see it.</param>
internal sealed class InProcessHost(IServiceProvider services, TimeProvider clock, CancellationToken stop) : IPipelineHost
{
    public async Task<TOutput> RunAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input)
    {
        var token = stage.RunsAfterStop ? CancellationToken.None : stop;
        try
        {
            return await ResilienceFor(stage.MaxAttempts, stage.Timeout).ExecuteAsync(
                async attempt =>
                {
                    await using var scope = services.CreateAsyncScope();
                    var implementation = scope.ServiceProvider.GetRequiredService<IStage<TInput, TOutput>>();
                    return await implementation.ExecuteAsync(input, attempt);
                },
                token);
        }
        catch (TimeoutRejectedException e)
        {
            throw new StageException($"{stage.Name}.timeout", $"The stage '{stage.Name}' did not end within {stage.Timeout}.", retryable: true, e);
        }
    }

    public Task<TResult[]> AllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAll(tasks);

    private ResiliencePipeline ResilienceFor(int maxAttempts, TimeSpan timeout)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (maxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = maxAttempts - 1,
                ShouldHandle = new PredicateBuilder().Handle<StageException>(e => e.Retryable),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }

        return builder.AddTimeout(timeout).Build();
    }
}
