using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Scripting.CSharp;
using TestForge.Engine.Scripting.TypeScript;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

internal static class ScriptingServices
{
    public static IServiceCollection AddScripting(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScriptEmitter, TypeScriptEmitter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScriptEmitter, CSharpEmitter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScriptEmitter, TypeScriptGherkinEmitter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScriptEmitter, CSharpGherkinEmitter>());
        services.TryAddScoped<IStage<ScriptInput, ScriptOutput>, ScriptStage>();
        return services;
    }
}
