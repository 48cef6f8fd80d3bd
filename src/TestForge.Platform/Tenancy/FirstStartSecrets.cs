namespace TestForge.Platform.Tenancy;

/// <summary>What lets the first owner in. Neither is kept.</summary>
/// <param name="Key">An API key.</param>
/// <param name="JoinPath">The path of the page at which the owner chooses a password.</param>
public sealed record FirstStartSecrets(string Key, string JoinPath);
