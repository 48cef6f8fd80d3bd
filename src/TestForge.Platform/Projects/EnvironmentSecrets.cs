namespace TestForge.Platform.Projects;

/// <summary>The secrets of an environment, as they are encrypted together.</summary>
/// <param name="Values">By name, as <c>${env:NAME}</c> refers to them.</param>
/// <param name="StorageState">A storage state of Playwright, with which runs start signed in; null when there is none.</param>
internal sealed record EnvironmentSecrets(IReadOnlyDictionary<string, string> Values, string? StorageState)
{
    public static EnvironmentSecrets None { get; } = new(new Dictionary<string, string>(), null);

    // The text of a record is for logs.
    public override string ToString() => $"{Values.Count} secrets";
}
