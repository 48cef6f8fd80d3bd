using TestForge.Engine.Vision;

namespace TestForge.Cli.Settings;

/// <summary>Loads the model that is to look at pictures once before anything runs, so that one that is refused costs seconds and not a run.</summary>
internal static class VisionSettings
{
    public static async Task CheckAsync(SettingValues values, CancellationToken cancellationToken)
    {
        if (values.Text(KnownSettings.VisionModel) is { } model)
        {
            await VisionModels.CheckAsync(model, values.Text(KnownSettings.VisionProvider) ?? VisionOptions.Cpu, cancellationToken);
        }
    }
}
