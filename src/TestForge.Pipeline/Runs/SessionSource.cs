using System.Text.Json.Serialization;

namespace TestForge.Pipeline;

/// <summary>How a browser context is signed in.</summary>
/// <param name="StorageStatePath">A Playwright storage state file, or null.</param>
/// <param name="Login">A declarative login, or null.</param>
public sealed record SessionSource(string? StorageStatePath = null, LoginSpec? Login = null)
{
    /// <summary>Whether there is a session at all.</summary>
    [JsonIgnore]
    public bool SignedIn => StorageStatePath is not null || Login is not null;
}
