using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Design.Agents;
using TestForge.Engine.Design.Techniques;
using TestForge.Engine.Goals.Exploring;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Registers the design stage and its techniques.</summary>
public static class DesignServices
{
    public static IServiceCollection AddDesign(this IServiceCollection services)
    {
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IDesignTechnique, SmokeTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, JourneyTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, ListTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, RecalculationTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, NavigationTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, PathTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, RevealTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, QuestionTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, ValidFormTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, FormVariantTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, RequiredFieldTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, ConstraintTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, SearchTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, WrongLoginTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, SignInTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, AccessTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, UnknownAddressTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, NarrowMenuTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, CallTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, LinkTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, AccessibilityTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, SecurityTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, ResponsiveTechnique>(),
            ServiceDescriptor.Singleton<IDesignTechnique, VisualTechnique>(),
        ]);
        services.TryAddSingleton<GoalTranslator>();
        services.TryAddSingleton<GoalExplorer>();
        services.TryAddSingleton<AgentDesigner>();
        services.TryAddSingleton<IStage<DesignInput, DesignOutput>, DesignStage>();
        return services;
    }
}
