using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Secrets;

/// <summary>The transit engine of HashiCorp Vault, or of OpenBao, as the keeper of the installation's key.</summary>
public sealed class VaultOptions
{
    /// <summary>Where it is, such as <c>https://vault.example:8200</c>. Unset: the key comes from <see cref="SecretOptions"/>.</summary>
    [Url]
    public string? Address { get; set; }

    /// <summary>Where the transit engine is mounted. The default is <c>transit</c>.</summary>
    [RegularExpression("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$")]
    public string Mount { get; set; } = "transit";

    /// <summary>The key's name. The default is <c>testforge</c>.</summary>
    [RegularExpression("^[A-Za-z0-9._-]+$")]
    public string Key { get; set; } = "testforge";

    /// <summary>A namespace of Vault Enterprise. Unset: none.</summary>
    public string? Namespace { get; set; }

    /// <summary>The token. Unset: <see cref="TokenFile"/>, or the AppRole.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token, as an agent writes it. Read again when Vault no longer takes the one before.</summary>
    public string? TokenFile { get; set; }

    /// <summary>The role of the AppRole method, with <see cref="SecretId"/> or <see cref="SecretIdFile"/>.</summary>
    public string? RoleId { get; set; }

    public string? SecretId { get; set; }

    public string? SecretIdFile { get; set; }

    /// <summary>Where the AppRole method is mounted. The default is <c>approle</c>.</summary>
    [RegularExpression("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$")]
    public string AppRoleMount { get; set; } = "approle";

    /// <summary>Vault decrypts what it encrypted and encrypts nothing more: for moving back to a key of one's own. The default is false.</summary>
    public bool Previous { get; set; }

    /// <summary>How long an answer may take, in seconds. The default is 10.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 10;
}
