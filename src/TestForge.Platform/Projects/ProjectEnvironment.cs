using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Projects;

/// <summary>One place at which a project's application runs.</summary>
[Audited]
internal sealed class ProjectEnvironment : ITenantOwned
{
    public const int NameLength = 50;
    public const int UrlLength = 2_000;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required string Name { get; set; }

    public required string BaseUrl { get; set; }

    /// <summary>Values by name that are no secrets.</summary>
    public required Dictionary<string, string> Variables { get; set; }

    /// <summary>Secrets, encrypted; null while there are none.</summary>
    [Masked]
    public byte[]? Secrets { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; } = 1;
}
