using TestForge.Engine.Hosting;

namespace TestForge.Cli.Settings;

/// <summary>Where settings come from besides flags.</summary>
internal sealed class SettingSources(string workingFolder)
{
    private readonly SettingReader _reader = new(workingFolder);

    /// <summary>Keeps the settings with the run, for later stages and <c>--resume</c>. Secrets are never among them.</summary>
    public static Task RememberAsync(RunFolder folder, SettingValues values, CancellationToken cancellationToken) =>
        SettingsFile.WriteAsync(OutputFolder.SettingsPath(folder), values.Without(KnownSettings.OfOneStart), cancellationToken);

    public Task<SettingValues> FileAsync(CancellationToken cancellationToken) =>
        SettingsFile.ReadAsync(Path.Combine(workingFolder, SettingsFile.Name), _reader, cancellationToken);

    public Task<SettingValues> RememberedAsync(RunFolder folder, CancellationToken cancellationToken) =>
        SettingsFile.ReadAsync(OutputFolder.SettingsPath(folder), _reader, cancellationToken);
}
