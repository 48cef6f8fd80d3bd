using TestForge.Engine.Goals.Reading;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>The goals that a command is given, as words and as files.</summary>
internal static class GoalSettings
{
    /// <summary>Reads all before anything is started, so that a fault in a file costs no time.</summary>
    public static async Task<IReadOnlyList<TestGoal>> ReadAsync(SettingValues values, string workingFolder, CancellationToken cancellationToken)
    {
        var goals = new List<TestGoal>(GoalFiles.Of(values.List(KnownSettings.Goal) ?? []));
        foreach (var file in values.List(KnownSettings.Goals) ?? [])
        {
            goals.AddRange(await GoalFiles.ReadAsync(Path.GetFullPath(file, workingFolder), cancellationToken));
        }

        return goals;
    }

    public static GoalLimits Limits(SettingValues values)
    {
        var usual = new GoalLimits();
        return new(values.Number(KnownSettings.GoalSteps) ?? usual.MaxSteps, values.Number(KnownSettings.GoalMinutes) ?? usual.MaxMinutes);
    }
}
