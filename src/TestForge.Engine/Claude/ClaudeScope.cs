namespace TestForge.Engine.Claude;

/// <summary>On whose account a call is made: whose budgets it counts towards, and whose answers it may share.</summary>
/// <param name="Tenant">Answers are never shared between tenants.</param>
/// <param name="Project">The application under test, such as the host of the target.</param>
/// <param name="Run">The run, by which spending is reported.</param>
internal sealed record ClaudeScope(string Tenant, string Project, string Run);
