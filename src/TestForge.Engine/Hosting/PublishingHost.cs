using TestForge.Pipeline;

namespace TestForge.Engine.Hosting;

/// <summary>Writes what a stage made under the names people look for, as soon as it is made.</summary>
internal sealed class PublishingHost(IPipelineHost inner, RunFolder folder) : IPipelineHost
{
    public async Task<TOutput> RunAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input)
    {
        var output = await inner.RunAsync(stage, input);
        await folder.PublishAsync(output, CancellationToken.None);
        return output;
    }

    public Task<TResult[]> AllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => inner.AllAsync(tasks);
}
