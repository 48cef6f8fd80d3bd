using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads how a run is signed in and checks it before a browser is started.</summary>
internal static class SessionSettings
{
    public static async Task<SessionSource> ReadAsync(SettingValues values, Func<string, string?> variable, CancellationToken cancellationToken)
    {
        var state = values.Text(KnownSettings.StorageState);
        if (state is not null)
        {
            await CheckStateAsync(state, cancellationToken);
        }

        var login = values.Text(KnownSettings.Login) is { } path ? await new LoginFile(variable).ReadAsync(path, cancellationToken) : null;
        return new(state, login);
    }

    private static async Task CheckStateAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
            if (!document.RootElement.TryGetProperty("cookies", out _) && !document.RootElement.TryGetProperty("origins", out _))
            {
                throw new JsonException("it has neither 'cookies' nor 'origins'.");
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new StageException("config.invalid_storage_state", $"The storage state '{path}' cannot be used: {e.Message}", retryable: false, e);
        }
    }
}
