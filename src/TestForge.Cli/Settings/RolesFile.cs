using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads <c>roles.json</c>: names of roles, and for each a login file, a storage state, or nothing for a visitor who is not signed in.</summary>
internal sealed class RolesFile(Func<string, string?> variable)
{
    /// <summary>More roles than this would make one run as many crawls.</summary>
    private const int MaxRoles = 10;

    private const int MaxName = 40;
    private const string Login = "login";
    private const string StorageState = "storageState";
    private static readonly string[] Keys = [Login, StorageState];

    /// <summary>Returns the roles in the order of the file. Paths in it are relative to it.</summary>
    public async Task<IReadOnlyList<RoleSource>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new StageException("login.not_found", $"The roles file '{path}' does not exist. Check --roles.", retryable: false);
        }

        using var document = await ParseAsync(path, file, cancellationToken);
        var roles = new List<RoleSource>();
        foreach (var role in document.RootElement.EnumerateObject())
        {
            CheckName(role.Name, file);
            roles.Add(new(role.Name, await SessionAsync(role, file, Path.GetDirectoryName(path)!, cancellationToken)));
        }

        return roles.Count is > 0 and <= MaxRoles
            ? roles
            : throw new StageException("config.invalid_value", $"{file} names {roles.Count} roles; allowed is 1 to {MaxRoles}.", retryable: false);
    }

    private async Task<SessionSource> SessionAsync(JsonProperty role, string file, string folder, CancellationToken cancellationToken)
    {
        var where = $"{file}: role '{role.Name}'";
        if (role.Value.ValueKind != JsonValueKind.Object)
        {
            throw new StageException("config.invalid_type", $"{where} is not an object in braces; allowed is {{}}, or one with '{Login}' or '{StorageState}'.", retryable: false);
        }

        if (role.Value.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !Keys.Contains(n)) is { } wrong)
        {
            throw new StageException("config.unknown_key", $"{where}: there is no key '{wrong}'. Did you mean '{Nearest.To(wrong, Keys)}'?", retryable: false);
        }

        var state = PathOf(role.Value, StorageState, where, folder);
        if (state is not null)
        {
            await StorageStates.CheckAsync(state, cancellationToken);
        }

        var login = PathOf(role.Value, Login, where, folder) is { } loginPath ? await new LoginFile(variable).ReadAsync(loginPath, cancellationToken) : null;
        return new(state, login);
    }

    private static string? PathOf(JsonElement role, string key, string where, string folder)
    {
        if (!role.TryGetProperty(key, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) && !text.Contains('\0')
            ? Path.GetFullPath(text, folder)
            : throw new StageException("config.invalid_type", $"{where}: '{key}' is not the path of a file.", retryable: false);
    }

    // The name is shown in reports and on terminals.
    private static void CheckName(string name, string file)
    {
        if (name.Length is 0 or > MaxName || !name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.'))
        {
            throw new StageException(
                "config.invalid_value",
                $"{file}: a role has a name that is not allowed; allowed are 1 to {MaxName} letters, digits, spaces, dots, hyphens and underscores.",
                retryable: false);
        }
    }

    private static async Task<JsonDocument> ParseAsync(string path, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(path);
            var document = await JsonDocument.ParseAsync(content, SettingsFile.Lenient, cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException("The document is not an object in braces.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StageException("config.invalid_json", $"{file} cannot be read: {e.Message}", retryable: false, e);
        }
    }
}
