using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>A run to be executed, and whose it is.</summary>
public sealed record RunOrder(TenantId Tenant, Guid ProjectId, Guid EnvironmentId, RunInput Input)
{
    /// <summary>What it may type that is in no file, and how it is signed in.</summary>
    public RunSession Session { get; init; } = RunSession.None;

    /// <summary>The project's heals and what people said of them.</summary>
    public HealMemory Heals { get; init; } = new();

    /// <summary>The run whose plan is used again, or null.</summary>
    public Guid? RetryOf { get; init; }

    /// <summary>Whether pictures are compared with the environment's baselines.</summary>
    public bool Visual { get; init; }
}
