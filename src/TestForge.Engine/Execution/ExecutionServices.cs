using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Execution.Selection;
using TestForge.Engine.Triage.Opinions;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

internal static class ExecutionServices
{
    public static IServiceCollection AddExecution(this IServiceCollection services)
    {
        services.AddOptions<ExecutionOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<WorkerGate>();
        services.TryAddSingleton<SessionPool>();
        services.TryAddSingleton<RunningCases>();
        services.TryAddSingleton<HealBook>();
        services.TryAddSingleton<ClassOpinions>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IExecutionBackend, InProcessBackend>());
        services.TryAddScoped<DriftReplay>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IExecutionBackend, PlaywrightTestBackend>());
        services.TryAddScoped<IStage<SelectInput, SelectOutput>, SelectStage>();
        services.TryAddScoped<IStage<ExecuteInput, ExecuteOutput>, ExecuteStage>();
        return services;
    }
}
