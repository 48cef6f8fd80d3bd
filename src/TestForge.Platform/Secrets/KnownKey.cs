namespace TestForge.Platform.Secrets;

/// <summary>A key of the installation that this server has opened.</summary>
internal sealed record KnownKey(Guid Id, InstallationKeyPurpose Purpose, DateTimeOffset ActiveFrom, byte[] Key);
