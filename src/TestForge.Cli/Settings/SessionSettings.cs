using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads how a run is signed in and checks it before a browser is started.</summary>
internal static class SessionSettings
{
    /// <summary>The role of --login or --storage-state when a roles file is given too.</summary>
    private const string MainRole = "main";

    /// <summary>The session that tests run in: that of --login or --storage-state, else that of the first role, else nobody's.</summary>
    public static async Task<SessionSource> ReadAsync(SettingValues values, Func<string, string?> variable, CancellationToken cancellationToken)
    {
        if (await GivenAsync(values, variable, cancellationToken) is { } given)
        {
            return given;
        }

        return await RolesAsync(values, variable, cancellationToken) is [var first, ..] ? first.Session : new();
    }

    /// <summary>The roles to compare, the one that tests run in first; empty without a roles file.</summary>
    public static async Task<IReadOnlyList<RoleSource>> RolesAsync(SettingValues values, Func<string, string?> variable, CancellationToken cancellationToken)
    {
        if (values.Text(KnownSettings.Roles) is not { } path)
        {
            return [];
        }

        var roles = await new RolesFile(variable).ReadAsync(path, cancellationToken);
        if (await GivenAsync(values, variable, cancellationToken) is not { } given)
        {
            return roles;
        }

        return roles.All(r => r.Name != MainRole)
            ? [new(MainRole, given), .. roles]
            : throw new StageException(
                "config.conflict",
                $"{Path.GetFileName(path)} has a role '{MainRole}', which is the name of the role of --login and --storage-state. Give only one of the two, or rename it.",
                retryable: false);
    }

    private static async Task<SessionSource?> GivenAsync(SettingValues values, Func<string, string?> variable, CancellationToken cancellationToken)
    {
        var state = values.Text(KnownSettings.StorageState);
        if (state is not null)
        {
            await StorageStates.CheckAsync(state, cancellationToken);
        }

        var login = values.Text(KnownSettings.Login) is { } path ? await new LoginFile(variable).ReadAsync(path, cancellationToken) : null;
        return state is null && login is null ? null : new(state, login);
    }
}
