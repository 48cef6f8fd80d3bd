namespace TestForge.Pipeline;

/// <summary>Every stage of a run.</summary>
public static class Stages
{
    public static readonly StageDescriptor<DiscoverInput, DiscoverOutput> Discover = new("discover", TimeSpan.FromHours(2), MaxAttempts: 1);
    public static readonly StageDescriptor<DesignInput, DesignOutput> Design = new("design", TimeSpan.FromHours(2), MaxAttempts: 1);
    public static readonly StageDescriptor<ScriptInput, ScriptOutput> Script = new("script", TimeSpan.FromMinutes(5));
    public static readonly StageDescriptor<SelectInput, SelectOutput> Select = new("select", TimeSpan.FromMinutes(5), MaxAttempts: 1);
    public static readonly StageDescriptor<ExecuteInput, ExecuteOutput> Execute = new("execute", TimeSpan.FromHours(2), MaxAttempts: 1);
    public static readonly StageDescriptor<HealInput, HealOutput> Heal = new("heal", TimeSpan.FromMinutes(2), MaxAttempts: 1);
    public static readonly StageDescriptor<SuiteHealInput, SuiteHealOutput> HealSuite = new("heal-suite", TimeSpan.FromHours(2), MaxAttempts: 1);
    public static readonly StageDescriptor<ReportInput, ReportOutput> Report = new("report", TimeSpan.FromMinutes(5), MaxAttempts: 1, RunsAfterStop: true);
}
