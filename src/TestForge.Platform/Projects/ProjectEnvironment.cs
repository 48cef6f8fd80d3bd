using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Projects;

/// <summary>One place at which a project's application runs.</summary>
[Audited]
internal sealed class ProjectEnvironment : ITenantOwned
{
    public const int NameLength = 50;
    public const int UrlLength = 2_000;
    public const string SecretPurpose = "environment.secrets";

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    [PersonalData(PersonalKind.FreeText, "to tell environments apart")]
    public required string Name { get; set; }

    [NotPersonal("the address of an application")]
    public required string BaseUrl { get; set; }

    /// <summary>Values by name that are no secrets.</summary>
    [PersonalData(PersonalKind.FreeText, "values that tests fill in")]
    public required Dictionary<string, string> Variables { get; set; }

    /// <summary>How runs sign in; null when they do not. What is typed are names of secrets and variables.</summary>
    [PersonalData(PersonalKind.FreeText, "how runs sign in")]
    public LoginSpec? Login { get; set; }

    /// <summary>What the secrets are called; null while there are none.</summary>
    [NotPersonal("names of variables")]
    public List<string>? SecretNames { get; set; }

    /// <summary>Whether a storage state is among the secrets.</summary>
    public bool HasStorageState { get; set; }

    /// <summary>Secrets as JSON of <see cref="EnvironmentSecrets"/>, encrypted; null while there are none.</summary>
    [Masked]
    [PersonalData(PersonalKind.FreeText, "secrets that tests fill in; encrypted")]
    public byte[]? Secrets { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; } = 1;
}
