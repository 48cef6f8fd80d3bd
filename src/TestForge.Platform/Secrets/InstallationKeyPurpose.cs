namespace TestForge.Platform.Secrets;

/// <summary>What a key of the installation is for. Each has one use.</summary>
internal enum InstallationKeyPurpose
{
    /// <summary>Signs tokens: RSA.</summary>
    Signing,

    /// <summary>Encrypts codes and refresh tokens, which only the server reads.</summary>
    Encryption,

    /// <summary>Protects what pages carry: forms and cookies.</summary>
    Pages,
}
