using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Work;

public static class WorkModule
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services.AddSingleton<WorkSignals>().AddSingleton<WorkHealth>().AddSingleton<WorkQueue>().AddSingleton<Patience>();
}
