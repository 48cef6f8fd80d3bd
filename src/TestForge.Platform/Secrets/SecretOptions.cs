namespace TestForge.Platform.Secrets;

/// <summary>Where the installation's key is. Exactly one of them.</summary>
public sealed class SecretOptions
{
    /// <summary>32 bytes in Base64, from the environment. Unset: <see cref="KeyFile"/>.</summary>
    public string? Key { get; set; }

    /// <summary>The key before, while it is being replaced: it decrypts and no longer encrypts. Unset: there is none.</summary>
    public string? PreviousKey { get; set; }

    /// <summary>A file that holds the key, in Base64.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether the file is made with a new key when it is not there. Only where one process owns the folder.</summary>
    public bool MakeKeyFile { get; set; }
}
