namespace TestForge.Pipeline;

/// <summary>What a plan may ask of whatever runs it: this process or a Temporal workflow.</summary>
public interface IPipelineHost
{
    Task<TOutput> RunAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input);

    Task<TResult[]> AllAsync<TResult>(IEnumerable<Task<TResult>> tasks);
}
