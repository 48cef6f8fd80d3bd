using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

/// <summary>Runs the plan's stages with the engine of a rig.</summary>
internal sealed class RigHost(EngineRig rig) : IPipelineHost
{
    public Task<TOutput> RunAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input) => rig.RunAsync(stage, input);

    public Task<TResult[]> AllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAll(tasks);
}
