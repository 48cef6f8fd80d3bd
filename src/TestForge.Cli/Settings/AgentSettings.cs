using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>How much the language model is asked while tests are designed.</summary>
internal static class AgentSettings
{
    public static AgentLimits Limits(SettingValues values)
    {
        var usual = new AgentLimits();
        return new(
            values.Number(KnownSettings.AgentPages) ?? usual.MaxPages,
            values.Number(KnownSettings.AgentFlows) ?? usual.MaxFlows,
            values.Number(KnownSettings.AgentCases) ?? usual.MaxCases);
    }
}
