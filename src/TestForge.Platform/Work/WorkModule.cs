using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Work;

public static class WorkModule
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services.AddSingleton<WorkQueue>().AddSingleton<Patience>();
}
