using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Auditing;
using TestForge.Engine.Claude.Batches;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Claude.Caching;
using TestForge.Engine.Claude.Masking;
using TestForge.Engine.Claude.Models;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Claude.Transport;

namespace TestForge.Engine.Claude;

internal static class ClaudeServices
{
    public static IServiceCollection AddClaude(this IServiceCollection services)
    {
        services.AddOptions<ClaudeOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<IClaudeLimiter, HeaderLimiter>();
        services.TryAddSingleton<ServiceCalls>();
        services.TryAddSingleton<ClaudeTransport>();
        services.TryAddSingleton<ModelDirectory>();
        services.TryAddSingleton(s => new Lazy<PriceTable>(() => PriceTable.Load(s.GetRequiredService<IOptions<ClaudeOptions>>().Value.PricesFile)));
        services.TryAddSingleton<SpendingLedger>();
        services.TryAddSingleton<RunSpending>();
        services.TryAddSingleton<IAnswerCache, FolderAnswerCache>();
        services.TryAddSingleton<AuditLog>();
        services.TryAddSingleton<MaskKey>();
        services.TryAddSingleton<Masker>();
        services.TryAddSingleton<DataFence>();
        services.TryAddSingleton<PromptWriter>();
        services.TryAddSingleton<AnswerChecks>();
        services.TryAddSingleton<PaidCalls>();
        services.TryAddSingleton<KeptAnswers>();
        services.TryAddSingleton<BatchFolder>();
        services.TryAddSingleton<BatchRuns>();
        services.TryAddSingleton<ClaudeBatches>();
        services.TryAddSingleton<IClaude, ClaudeClient>();
        return services;
    }
}
