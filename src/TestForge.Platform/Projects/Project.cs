using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Projects;

[Audited]
internal sealed class Project : ITenantOwned
{
    public const int NameLength = 100;
    public const int DescriptionLength = 2_000;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    [PersonalData(PersonalKind.FreeText, "to tell projects apart")]
    public required string Name { get; set; }

    [PersonalData(PersonalKind.FreeText, "to say what a project is")]
    public string Description { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts changes; two people who change the same version do not overwrite each other.</summary>
    public int Version { get; set; } = 1;
}
