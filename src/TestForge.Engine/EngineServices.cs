using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Design;
using TestForge.Engine.Discovery;
using TestForge.Engine.Execution;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Healing;
using TestForge.Engine.Patching;
using TestForge.Engine.Reporting;
using TestForge.Engine.Scripting;
using TestForge.Engine.Steps;
using TestForge.Engine.Vision;

namespace TestForge.Engine;

public static class EngineServices
{
    /// <summary>Adds every stage. The host brings the options, an artifact store and a receiver of events.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddOptions<BrowserOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<BrowserHost>();
        return services.AddClaude().AddSteps().AddDiscovery().AddDesign().AddScripting().AddFingerprints().AddExecution().AddHealing().AddVision().AddPatching().AddReporting();
    }
}
