using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Baselines;

/// <summary>How a part of a page is to look at an environment. The picture itself is kept with the environment's files.</summary>
internal sealed class ProjectBaseline : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid EnvironmentId { get; init; }

    /// <summary>Letters, digits and hyphens.</summary>
    [NotPersonal("the name of a picture")]
    public required string Name { get; init; }

    /// <summary>Browser and system, such as <c>chromium-linux</c>.</summary>
    [NotPersonal("a browser and a system")]
    public required string Platform { get; init; }

    [NotPersonal("a hash")]
    public required string Sha256 { get; set; }

    public required long Length { get; set; }

    /// <summary>When it was taken, or replaced last.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The run whose look it is.</summary>
    public required Guid RunId { get; set; }
}
